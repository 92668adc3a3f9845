import { createVerifier } from '../partner-center/webhook.ts';
import type { Delivery, Signers } from '../partner-center/webhook.ts';
import { newsOf } from '../partner-center/webhook-news.ts';
import type { News } from '../partner-center/webhook-news.ts';
import type { Clock, Operator } from '../ports.ts';

interface Means {
  readonly signers: Signers;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly heard: (news: News) => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Some events arrive two days late; what is older has been kept by somebody. */
const OLDEST_MS = 4 * 24 * 3_600_000;
const AHEAD_MS = 10 * 60_000;
const REMEMBERED = 10_000;

const DEEPEST = 20;

/** A document that nests without end is no news of theirs, and parsing it would be work. */
const isDeep = (raw: Uint8Array): boolean => {
  let depth = 0;
  for (const byte of raw) {
    if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if (byte === 0x7d || byte === 0x5d) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
};

/** The newest of what has been told to us already. */
const createMemory = () => {
  const known = new Set<string>();
  return {
    isNew: (id: string): boolean => {
      if (known.has(id)) return false;
      known.add(id);
      const [oldest] = known;
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      return true;
    },
    forget: (id: string): void => {
      known.delete(id);
    },
  };
};

/** Where Partner Center tells its news. It is answered at once; what it leads to is done afterwards. */
export const createWebhookDoor = ({ signers, clock, operator, heard }: Means): ((delivery: Delivery) => Promise<Answered>) => {
  const verify = createVerifier(signers);
  const memory = createMemory();

  const act = async (news: News): Promise<void> => {
    try {
      await heard(news);
    } catch (error) {
      // They may deliver it again; the watch finds out in any case.
      memory.forget(news.id);
      operator.tell(`${news.event}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return async (delivery) => {
    const verified = await verify(delivery);
    if (!verified.ok) return { status: verified.status, text: verified.words };
    const news = isDeep(delivery.raw) ? null : newsOf(delivery.raw);
    if (news === null) return { status: 400, text: 'this is no event' };
    const age = Date.parse(clock.now()) - Date.parse(news.at);
    if (age > OLDEST_MS || age < -AHEAD_MS) return { status: 400, text: 'this event is not from these days' };
    // Twice is usual; the second time there is nothing left to do.
    if (memory.isNew(news.id)) void act(news);
    return { status: 200, text: '' };
  };
};
