import { request } from 'node:http';
import { jsonIn } from '../../sandbox/json.ts';
import type { Activity } from './activity.ts';

export interface Answered {
  readonly status: number;
  /** As JSON; undefined where it is none. */
  readonly body: unknown;
}

export interface Patience {
  /** How long Teams waits for the answer to a button. */
  readonly invokeMs: number;
  readonly messageMs: number;
  /** How often it sends the same button again. */
  readonly invokeRetries: number;
}

export const usualPatience: Patience = { invokeMs: 10_000, messageMs: 15_000, invokeRetries: 3 };

const headersOf = (text: string, token: string | null): Record<string, string> => ({
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': String(Buffer.byteLength(text)),
  ...(token !== null && { Authorization: `Bearer ${token}` }),
});

/** One activity on its way to the bot; null: nobody was there, the line was cut, or it took too long. */
export const sendOnce = (url: string, activity: Activity, token: string | null, ms: number): Promise<Answered | null> =>
  new Promise((resolve) => {
    const text = JSON.stringify(activity);
    // A line of its own each time: one that was kept may have been cut meanwhile.
    const asking = request(url, { method: 'POST', agent: false, headers: headersOf(text, token) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: jsonIn(Buffer.concat(chunks).toString()) });
      });
      response.on('error', () => {
        resolve(null);
      });
    });
    const timer = setTimeout(() => asking.destroy(), ms);
    asking.on('error', () => {
      resolve(null);
    });
    asking.on('close', () => {
      clearTimeout(timer);
      resolve(null);
    });
    asking.end(text);
  });

const isTrouble = (answered: Answered | null): boolean => answered === null || answered.status >= 500;

/** Sent again as long as there is trouble; `send` makes anew each time what it sends. */
export const sendAgain = async (send: () => Promise<Answered | null>, retries: number): Promise<Answered | null> => {
  const answered = await send();
  return retries > 0 && isTrouble(answered) ? sendAgain(send, retries - 1) : answered;
};
