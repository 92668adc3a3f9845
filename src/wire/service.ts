import type * as z from 'zod';
import type { Sent } from './failure.ts';

/** One call of a service. */
export interface Call<T> {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the service's base, with its leading slash and its version. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, and `URLSearchParams` as a form; a text is JSON already. */
  readonly body?: unknown;
  /** What the answer has to look like; an answer without a body is parsed as null. */
  readonly answer: z.ZodType<T>;
  /** Whose tenant the token is for, where it is not our own. */
  readonly tenant?: string;
  /** The same at every attempt at the same thing, where the service knows such ids. */
  readonly requestId?: string;
  /** Asking again does no harm: true for what reads, unless it is said otherwise, and false for everything else. */
  readonly repeatable?: boolean;
}

/** Something at the other end of HTTP that speaks JSON, with everything that has to do with the line behind it. */
export interface Service {
  readonly send: <T>(call: Call<T>) => Promise<Sent<T>>;
}
