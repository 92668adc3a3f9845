import { errors } from 'undici';
import type { Dispatcher } from 'undici';
import type { Arrival } from './arrival.ts';
import type { Limits } from './limits.ts';

/** One request, as it goes out. */
export interface Outgoing {
  readonly origin: string;
  /** With the query. */
  readonly path: string;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

type Raw = Record<string, string | string[] | undefined>;

const flat = (raw: Raw): Record<string, string> =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

const wordsOf = (error: Error): string => {
  const { code } = error as NodeJS.ErrnoException;
  return [code, error.message].filter((part) => part !== undefined && part !== '').join(': ');
};

/** How far it has come, and what has come of it. */
class Exchange {
  isSent = false;
  status: number | null = null;
  headers: Record<string, string> = {};
  readonly chunks: Buffer[] = [];

  ended(): Arrival {
    return { kind: 'answered', status: this.status ?? 0, headers: this.headers, bytes: Buffer.concat(this.chunks) };
  }

  failed(error: Error): Arrival {
    const words = wordsOf(error);
    if (error instanceof errors.ResponseExceededMaxSizeError) return { kind: 'too-large', words };
    if (this.status === null) return { kind: this.isSent ? 'silent' : 'not-sent', words };
    // A refusal is one without its words, too.
    if (this.status >= 400)
      return { kind: 'answered', status: this.status, headers: this.headers, bytes: Buffer.alloc(0), isWordless: true };
    return { kind: 'cut', words };
  }
}

/**
 * Asks once. Follows nobody elsewhere, unpacks nothing, and knows whether anything was sent: undici tells when it begins to
 * write, and not before it has a connection.
 */
export const askOnce = (dispatcher: Dispatcher, outgoing: Outgoing, limits: Limits): Promise<Arrival> =>
  new Promise((resolve) => {
    const exchange = new Exchange();
    let controller: Dispatcher.DispatchController | null = null;
    let isOver = false;
    const settle = (arrival: Arrival): void => {
      isOver = true;
      clearTimeout(timer);
      resolve(arrival);
    };
    const giveUp = (error: Error): void => {
      settle(exchange.failed(error));
      controller?.abort(error);
    };
    const timer = setTimeout(() => {
      giveUp(new Error(`not at its end after ${limits.attemptMs} ms`));
    }, limits.attemptMs);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (given) => {
        controller = given;
        // Whoever got its connection after we had given up must not be asked any more.
        if (isOver) given.abort(new Error('given up'));
        else exchange.isSent = true;
      },
      onResponseStart: (_, status, headers) => {
        if (status < 200) return;
        exchange.status = status;
        exchange.headers = flat(headers);
      },
      onResponseData: (_, chunk) => {
        exchange.chunks.push(Buffer.from(chunk));
      },
      onResponseEnd: () => {
        settle(exchange.ended());
      },
      onResponseError: (_, error) => {
        settle(exchange.failed(error));
      },
    };
    try {
      dispatcher.dispatch(
        { ...outgoing, headers: { ...outgoing.headers }, headersTimeout: limits.headersMs, bodyTimeout: limits.bodyMs },
        handler,
      );
    } catch (error) {
      giveUp(error instanceof Error ? error : new Error(String(error)));
    }
  });
