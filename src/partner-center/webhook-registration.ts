import * as z from 'zod';
import { ask, byId, withBody } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { list, maybe, moment, record } from '../wire/shapes.ts';
import { filled } from './answers.ts';
import { answered } from './asking.ts';

const REGISTRATION = '/webhooks/v1/registration';

const Registered = record({
  subscriberId: filled,
  webhookUrl: filled,
  webhookEvents: list(z.string()),
  lastModifiedTimestamp: maybe(moment),
}).transform(({ subscriberId, webhookUrl, webhookEvents, lastModifiedTimestamp }) => ({
  subscriberId,
  url: webhookUrl,
  events: webhookEvents,
  changedAt: lastModifiedTimestamp,
}));

type Registered = z.infer<typeof Registered>;

const Validated = record({
  correlationId: z.guid(),
  status: z.string(),
  callbackUrl: filled,
  results: list(
    record({ responseCode: filled, responseMessage: filled, systemError: maybe(z.boolean()), dateTimeUtc: maybe(moment) }),
  ),
}).transform(({ correlationId, status, callbackUrl, results }) => ({
  correlationId,
  status: status.toLowerCase(),
  url: callbackUrl,
  tries: results.map(({ responseCode, responseMessage, systemError, dateTimeUtc }) => ({
    code: responseCode,
    words: responseMessage,
    /** Their mistake, not ours. */
    isTheirs: systemError ?? false,
    at: dateTimeUtc,
  })),
}));

type Validated = z.infer<typeof Validated>;

interface Wanted {
  readonly url: string;
  readonly events: readonly string[];
  /** Where the signature is to stand: some proxies swallow the usual header. */
  readonly signatureIn: 'authorization' | 'x-ms-signature';
}

const bodyOf = ({ url, events, signatureIn }: Wanted): object => ({
  WebhookUrl: url,
  WebhookEvents: events,
  ...(signatureIn === 'x-ms-signature' && { SignatureTokenToMsSignatureHeader: true }),
});

/** Where Partner Center tells us its news: one address for the whole of our account. */
export const createWebhookRegistration = (service: Service) => ({
  /** The events that there are for us. */
  events: (): Promise<Sent<readonly string[]>> =>
    ask(service, { method: 'GET', path: `${REGISTRATION}/events`, answer: z.array(z.string()) }),

  /** Null: there is none. */
  get: async (): Promise<Sent<Registered | null>> => {
    const sent = await ask(service, { method: 'GET', path: REGISTRATION, answer: Registered.nullable() });
    if (!sent.ok && sent.failure.kind === 'not-found') return answered(404, null);
    return withBody(sent, (body) => (body?.url == null ? null : body));
  },

  /** The first time; to be looked up (`get`) before it is tried again. */
  register: (wanted: Wanted, requestId: string): Promise<Sent<Registered>> =>
    ask(service, { method: 'POST', path: REGISTRATION, body: bodyOf(wanted), answer: Registered, requestId }),

  /** In the place of the one that is there. Safe to repeat. */
  replace: (wanted: Wanted, requestId: string): Promise<Sent<Registered>> =>
    ask(service, { method: 'PUT', path: REGISTRATION, body: bodyOf(wanted), answer: Registered, requestId, repeatable: true }),

  /** Has a `test-created` sent to us, twice a minute at most. Tells under which id; asking again sends another one. */
  test: (requestId: string): Promise<Sent<string>> =>
    ask(service, {
      method: 'POST',
      path: `${REGISTRATION}/validationEvents`,
      answer: record({ correlationId: z.guid() }).transform(({ correlationId }) => correlationId),
      requestId,
    }),

  /** What has become of that. */
  tested: (correlationId: string): Promise<Sent<Validated>> =>
    ask(service, { method: 'GET', path: byId`/webhooks/v1/registration/validationEvents/${correlationId}`, answer: Validated }),
});
