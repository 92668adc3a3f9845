import type * as z from 'zod';
import type { Answered, Arrival } from './arrival.ts';
import type { Dialect } from './dialect.ts';
import { failed } from './failure.ts';
import type { Failure, Sent } from './failure.ts';
import { readJson } from './json-body.ts';
import type { Limits } from './limits.ts';
import { retryAfterMs } from './retry-after.ts';

/** What has to be known of a call to tell what its answer means. */
export interface Question<T> {
  readonly method: string;
  /** Without the query: names of customers stand in there. */
  readonly path: string;
  readonly answer: z.ZodType<T>;
  readonly isRead: boolean;
  readonly dialect: Dialect;
  readonly limits: Limits;
}

/** Others' words are for one line of a log; half a sign at their end is none that a store takes. */
const LONGEST_WORDS = 1000;
const LONGEST_CODE = 100;
const tidy = (words: string, longest = LONGEST_WORDS): string =>
  words
    .slice(0, 2 * longest)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .slice(0, longest)
    .toWellFormed();

/** What a status means, whoever says it. */
const MEANINGS = new Map([
  [401, 'sign-in'],
  [404, 'not-found'],
  [409, 'conflict'],
  [412, 'stale'],
] as const);

/** Who could not answer may have done it all the same. */
export const isNoAnswer = (status: number): boolean => status === 408 || status >= 500;
const isDone = (status: number): boolean => status >= 200 && status < 300;

const lost = (isRead: boolean, words: string): Failure =>
  isRead
    ? { kind: 'unreachable', words: tidy(words) }
    : { kind: 'unknown-outcome', words: tidy(`${words}; nobody knows whether it has happened`) };

/** Whoever has asked for something to be done, and cannot read the answer, does not know whether it was. */
const senseless = (isRead: boolean, words: string): Failure =>
  isRead ? { kind: 'unreadable', words: tidy(words) } : lost(false, words);

const problem = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? 'not what was expected' : `at ${issue.path.join('.') || 'its root'}: ${issue.message}`;
};

const success = <T>({ status, headers, bytes }: Answered, { answer, isRead }: Question<T>, said: string): Sent<T> => {
  const json = readJson(bytes, headers['content-encoding']);
  if (!json.ok) return failed(senseless(isRead, `${said}: an answer that is ${json.words}`));
  try {
    const parsed = answer.safeParse(json.value);
    return parsed.success
      ? { ok: true, status, body: parsed.data, headers }
      : failed(senseless(isRead, `${said}: an answer that makes no sense ${problem(parsed.error)}`));
  } catch (error) {
    return failed(senseless(isRead, `${said}: an answer that cannot be read: ${String(error)}`));
  }
};

/** What whoever supports the service wants to be told. */
const TRACES = ['ms-requestid', 'ms-correlationid', 'ms-cv', 'ms-serverid', 'request-id', 'x-ms-request-id'];

const tracesIn = (headers: Answered['headers']): string => {
  const found = TRACES.flatMap((name) => (headers[name] === undefined ? [] : [`${name} ${headers[name].slice(0, LONGEST_CODE)}`]));
  return found.length === 0 ? '' : ` [${found.join(', ')}]`;
};

const complaint = <T>({ status, headers, bytes }: Answered, { dialect, isRead, limits }: Question<T>, said: string): Failure => {
  if (status < 400) return senseless(isRead, `${said}: sent elsewhere (${status}), where nobody goes`);
  const json = readJson(bytes, headers['content-encoding']);
  const { code: theirCode, words: theirs, means } = dialect.complaintOf(status, json.ok ? json.value : null);
  const code = tidy(theirCode, LONGEST_CODE);
  const told = tidy(`${said}: ${status}${code === '' ? '' : ` (${code})`}${theirs === '' ? '' : `: ${theirs}`}`);
  const words = told + tidy(tracesIn(headers));
  if (status === 429 || dialect.undone?.includes(status)) {
    return { kind: 'throttled', afterMs: retryAfterMs(headers, limits.longestNamedMs) ?? limits.longestPauseMs, words };
  }
  if (isNoAnswer(status)) return lost(isRead, words);
  const kind = means ?? MEANINGS.get(status as 401);
  return kind === undefined ? { kind: 'refused', status, code, words } : { kind, code, words };
};

const without = (arrival: Exclude<Arrival, Answered>, isRead: boolean, said: string): Failure => {
  switch (arrival.kind) {
    case 'no-pass':
      return arrival.failure;
    case 'held':
      return { kind: 'throttled', afterMs: arrival.afterMs, words: `${said}: it wants to be left alone for ${arrival.afterMs} ms` };
    case 'broken':
      return { kind: 'unreachable', words: `${said}: nobody has answered there for a while; nothing was sent` };
    case 'not-sent':
      return { kind: 'unreachable', words: tidy(`${said}: nobody could be reached (${arrival.words})`) };
    case 'too-large':
      return senseless(isRead, `${said}: an answer that is too large`);
    default:
      return lost(isRead, `${said}: no whole answer (${arrival.words})`);
  }
};

/** What the last attempt means. */
export const outcomeOf = <T>(arrival: Arrival, question: Question<T>): Sent<T> => {
  const said = `${question.dialect.name}, ${question.method} ${question.path}`;
  if (arrival.kind !== 'answered') return failed(without(arrival, question.isRead, said));
  return isDone(arrival.status) ? success(arrival, question, said) : failed(complaint(arrival, question, said));
};

/** Once it may have happened without anybody telling us, only a yes tells us anything. */
export const doubted = <T>(sent: Sent<T>): Sent<T> =>
  sent.ok ? sent : failed(lost(false, `asked before without an answer, and then: ${sent.failure.words}`));
