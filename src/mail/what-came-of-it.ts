import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Mailed } from '../ports.ts';

/** How a mail server, or the way to it, has failed. */
export interface Failed {
  readonly message: string;
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number | false;
}

/** Whoever does not know us yet lets us wait for some minutes, and takes it then. */
const GREYLISTED_MINUTES = 5;
const OPERATOR_MINUTES = 30;
const LONGEST_WORDS = 500;

/** Answers to this message, and to nothing else. */
const ABOUT_THE_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE']);
/** The message is not at fault, and every other one would fare as it does: somebody has to look at the settings. */
const ABOUT_US = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG']);
const WANTS_TO_KNOW_US = new Set([530, 534, 535, 538]);
/** Out of turn: it says nothing about the message. */
const OUT_OF_TURN = 503;

const tidy = (words: string): string =>
  words
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, LONGEST_WORDS)
    .toWellFormed();

const later30 = (words: string, now: Instant): Mailed => ({
  kind: 'again',
  words,
  after: later(now, { minutes: OPERATOR_MINUTES }),
});

const answered = (status: number, words: string, now: Instant): Mailed => {
  if (WANTS_TO_KNOW_US.has(status)) return later30(words, now);
  if (status >= 500 && status !== OUT_OF_TURN) return { kind: 'refused', code: `smtp-${status}`, words };
  return { kind: 'again', words, after: later(now, { minutes: GREYLISTED_MINUTES }) };
};

/**
 * What a failure means to whoever wanted the message sent. `isHandedOver`: they had begun to take the message itself, so without
 * an answer nobody knows whether they have it.
 */
export const whatCameOfIt = (failed: Failed, isHandedOver: boolean, now: Instant): Mailed => {
  const { code = '', response = '', responseCode } = failed;
  const words = tidy(response === '' ? failed.message : response);
  if (ABOUT_THE_MESSAGE.has(code) && responseCode) return answered(responseCode, words, now);
  // Not even said to them: an address that no envelope holds, or a message longer than they take.
  if (ABOUT_THE_MESSAGE.has(code) && response === '') return { kind: 'refused', code: 'unsendable', words };
  if (isHandedOver) return { kind: 'unknown', words };
  return ABOUT_US.has(code) ? later30(words, now) : { kind: 'again', words };
};
