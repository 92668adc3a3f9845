import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Mailed, Post } from '../ports.ts';
import type { Failure } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { lookUpOutcome, outcomeOf } from './outcome.ts';

type Office = Pick<AtMicrosoft, 'graph'>;

const FORBIDDEN = 403;
const OPERATOR_MINUTES = 30;

/** We may not send from this mailbox, or may not look into it: no letter is at fault. */
const isForbidden = (failure: Failure): boolean => failure.kind === 'refused' && failure.status === FORBIDDEN;

const notSent = (failure: Failure, now: Instant): Mailed =>
  isForbidden(failure)
    ? { kind: 'again', words: failure.words, after: later(now, { minutes: OPERATOR_MINUTES }) }
    : outcomeOf(failure, now);

/** Sends letters from a mailbox of ours at Microsoft; what it may have sent is looked up there, where we may look. */
export const createGraphPost = ({ graph: { mail } }: Office): Required<Post> => ({
  send: async ({ from, eml }, now) => {
    const sent = await mail.send(from, eml);
    return sent.ok ? { kind: 'sent' } : notSent(sent.failure, now);
  },
  lookUp: async ({ from, messageId }, now) => {
    const found = await mail.isSent(from, messageId);
    if (found.ok) return { kind: found.body ? 'sent' : 'absent' };
    return isForbidden(found.failure) ? { kind: 'absent' } : lookUpOutcome(found.failure, now);
  },
});
