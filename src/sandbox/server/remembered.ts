import { createHash } from 'node:crypto';
import { later } from '../../cases/time.ts';
import type { Instant } from '../../cases/time.ts';
import type { Asked, Claims, Reply } from '../exchange.ts';
import { refusal } from '../partner-center/errors.ts';
import type { World } from '../world.ts';

interface Remembered {
  readonly digest: string;
  readonly reply: Promise<Reply>;
  readonly until: Instant;
}

const HOURS = 24;

const digestOf = ({ method, raw }: Asked): string => createHash('sha256').update(`${method}\n`).update(raw).digest('hex');

/** Somebody with the same id asked something else. */
const reused = refusal(409, '800002', 'The request ID was used before, for a request with another body.');

const isWrite = ({ method }: Asked): boolean => method !== 'GET' && method !== 'HEAD';

/**
 * Partner Center's memory of request ids: the same request again gets the same answer, and does nothing. Troubles of the
 * service are no answers: whoever meets one may come again.
 */
export const createRemembered = (world: World) => {
  const known = new Map<string, Remembered>();

  /** Keys stand in the order of time. */
  const forget = (): void => {
    for (const [key, { until }] of known) {
      if (until > world.now()) return;
      known.delete(key);
    }
  };

  return async (asked: Asked, claims: Claims | null, run: () => Promise<Reply>): Promise<Reply> => {
    const id = asked.headers['ms-requestid'];
    if (id === undefined || claims === null || !isWrite(asked)) return run();
    forget();
    const key = `${claims.tenant} ${asked.path} ${id}`;
    const before = known.get(key);
    const digest = digestOf(asked);
    if (before !== undefined) return before.digest === digest ? before.reply : reused;
    const reply = run();
    known.set(key, { digest, reply, until: later(world.now(), { hours: HOURS }) });
    const { status } = await reply;
    if (status === 429 || status >= 500) known.delete(key);
    return reply;
  };
};
