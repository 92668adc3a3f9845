import type { Instant } from '../../cases/time.ts';

interface RecentRequest {
  readonly partner: string;
  readonly method: string;
  readonly path: string;
  readonly at: Instant;
  readonly mfaCompliant: boolean;
}

interface Validation {
  readonly partner: string;
  readonly callbackUrl: string;
  readonly startedAt: Instant;
}

/** What the service remembers of its own doings; the world has no use for it. */
export interface Memory {
  /** The newest first. */
  readonly requests: RecentRequest[];
  /** Test deliveries, by their correlation id. */
  readonly validations: Map<string, Validation>;
}

const MOST_REQUESTS = 100;

export const createMemory = (): Memory => ({ requests: [], validations: new Map() });

export const remember = ({ requests }: Memory, request: RecentRequest): void => {
  requests.unshift(request);
  requests.splice(MOST_REQUESTS);
};
