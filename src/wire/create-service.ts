import { randomUUID } from 'node:crypto';
import type { Outgoing } from './ask-once.ts';
import { askRepeatedly } from './attempts.ts';
import type { Pass } from './attempts.ts';
import type { Dialect } from './dialect.ts';
import { failed } from './failure.ts';
import type { Failure, Sent } from './failure.ts';
import type { Line } from './line.ts';
import { doubted, outcomeOf } from './outcome.ts';
import { requestIdsOf } from './request-id.ts';
import type { Call, Service } from './service.ts';

/** Shows who asks. `tenant`: whose; null is our own. `fresh`: another one than has just been refused. */
export type Authorize = (wanted: { readonly tenant: string | null; readonly fresh: boolean }) => Promise<Pass>;

export interface ServiceOptions {
  /** Scheme and host, and what all its paths begin with. */
  readonly base: string;
  readonly dialect: Dialect;
  /** Null: whoever asks need not say who they are. */
  readonly authorize: Authorize | null;
  readonly line: Line;
}

const nobody: Pass = { ok: true, token: { value: '' } };

/** A blank is `%20`: not everybody takes `+` for one. */
const asked = (query: Readonly<Record<string, string>>): string[] =>
  Object.entries(query).map(([name, value]) => `${encodeURIComponent(name).replace('%24', '$')}=${encodeURIComponent(value)}`);

/** Where a call goes, if it goes there exactly: no path may lead out of where it seems to be. */
const targetOf = (base: string, { path, query }: Pick<Call<unknown>, 'path' | 'query'>): URL | null => {
  const meant = `${base}${path}`;
  if (!path.startsWith('/') || !URL.canParse(meant)) return null;
  const url = new URL(meant);
  if (url.origin + url.pathname !== meant.split('?')[0] || url.hash !== '') return null;
  if (query !== undefined) url.search = [...(url.search === '' ? [] : [url.search.slice(1)]), ...asked(query)].join('&');
  return url;
};

const lowered = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** What stays the same at every attempt, byte for byte. */
const letterOf = ({ body, headers = {} }: Call<unknown>): Pick<Outgoing, 'headers' | 'body'> => {
  if (body === undefined) return { headers: lowered(headers), body: null };
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const written = isForm ? body.toString() : typeof body === 'string' ? body : JSON.stringify(body);
  return { headers: { 'content-type': type, ...lowered(headers) }, body: written };
};

/** Whatever else stands in one would end the header, or cannot be written. */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;

const unsendable = ({ method }: Call<unknown>, name: string): Failure => ({
  kind: 'refused',
  status: 400,
  code: 'header',
  words: `${name}, ${method}: a header holds what no header can; nothing was sent`,
});

const misdirected = ({ method }: Call<unknown>, name: string): Failure => ({
  kind: 'refused',
  status: 400,
  code: 'path',
  words: `${name}, ${method}: the path leads elsewhere; nothing was sent`,
});

/** A service at an address, with everything that has to do with the line to it behind it. */
export const createService = ({ base, dialect, authorize, line }: ServiceOptions): Service => {
  const root = new URL(base).href.replace(/\/$/, '');
  const host = line.to(root, dialect.atOnce);

  const send = async <T>(call: Call<T>): Promise<Sent<T>> => {
    const { method } = call;
    const url = targetOf(root, call);
    if (url === null) return failed(misdirected(call, dialect.name));
    const letter = letterOf(call);
    if (!Object.values(letter.headers).every((value) => SENDABLE.test(value))) return failed(unsendable(call, dialect.name));
    const requestIds = requestIdsOf(call.requestId, method, call.path);
    const callId = randomUUID();
    const tenant = call.tenant ?? null;
    const isRead = method === 'GET' || method === 'HEAD';

    const outgoing = (token: string, answers: number): Outgoing => ({
      ...letter,
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: {
        'accept-encoding': 'identity',
        ...dialect.headersOf({ request: requestIds(answers), call: callId }),
        ...letter.headers,
        ...(authorize === null ? {} : { authorization: `Bearer ${token}` }),
      },
    });

    const ended = await askRepeatedly({
      line,
      isRead,
      isRepeatable: call.repeatable ?? isRead,
      knowsRequests: dialect.knowsRequests,
      undone: dialect.undone ?? [],
      isRenewable: authorize !== null,
      pass: (fresh) => (authorize === null ? Promise.resolve(nobody) : authorize({ tenant, fresh })),
      ask: (token, answers, leftMs) => host.ask(outgoing(token, answers), tenant ?? '', leftMs),
    });
    const path = call.path.split('?')[0] ?? '';
    const sent = outcomeOf(ended.arrival, { method, path, answer: call.answer, isRead, dialect, limits: line.limits });
    return ended.inDoubt ? doubted(sent) : sent;
  };

  return { send };
};
