import * as z from 'zod';
import type { Authorize } from '../wire/create-service.ts';
import { createService } from '../wire/create-service.ts';
import type { Dialect } from '../wire/dialect.ts';
import { failed } from '../wire/failure.ts';
import type { Failure } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import type { Service } from '../wire/service.ts';
import { code, record } from '../wire/shapes.ts';

const text = z.string().nullish().catch(null);
const anyCode = code.nullish().catch(null);
const Inner = record({ body: record({ errorCode: anyCode, message: text }).nullish().catch(null) });
const Complaint = record({
  error: record({ code: anyCode, message: text, innerHttpError: Inner.nullish().catch(null) }),
});

/** Under this code, or in the words of this one, they say that the bot is not wanted any more. */
const UNWANTED_CODE = '209';
export const UNWANTED = 'MessageWritesBlocked';

const isUnwanted = (inner: z.infer<typeof Inner>['body']): boolean =>
  inner?.errorCode === UNWANTED_CODE || inner?.message?.includes(UNWANTED) === true;

const dialect: Dialect = {
  name: 'Teams',
  knowsRequests: false,
  headersOf: () => ({ accept: 'application/json' }),
  complaintOf: (_, body) => {
    const said = Complaint.safeParse(body).data?.error;
    if (said === undefined) return { code: '', words: '', means: null };
    const { code: named, message, innerHttpError } = said;
    return { code: isUnwanted(innerHttpError?.body) ? UNWANTED : (named ?? ''), words: message ?? '', means: null };
  },
  // They document all of these as worth another try; an answer that was lost is none of them.
  undone: [412, 502, 503, 504],
};

const MOST_SERVICES = 20;

const mayBeOutwaited = ({ kind }: Failure): boolean => kind === 'unreachable' || kind === 'throttled';

/** A token that is refused to us is no refusal of what we wanted to say. */
const unrefused =
  (authorize: Authorize): Authorize =>
  async (wanted) => {
    const pass = await authorize({ ...wanted, tenant: null });
    if (pass.ok || mayBeOutwaited(pass.failure)) return pass;
    return failed({ kind: 'sign-in', code: 'bot', words: `The bot gets no token: ${pass.failure.words}` });
  };

/** The Bot Connector at each of its addresses, made once. */
export const createConnectors = (line: Line, authorize: Authorize): ((serviceUrl: string) => Service) => {
  const made = new Map<string, Service>();
  return (serviceUrl) => {
    const known = made.get(serviceUrl);
    if (known !== undefined) return known;
    const oldest = made.keys().next();
    if (made.size >= MOST_SERVICES && !oldest.done) made.delete(oldest.value);
    const service = createService({ base: serviceUrl, dialect, line, authorize: unrefused(authorize) });
    made.set(serviceUrl, service);
    return service;
  };
};
