import * as z from 'zod';
import type { Reply } from '../exchange.ts';
import type { Route } from '../routing.ts';
import type { Registration } from '../world.ts';
import { open } from './call.ts';
import type { Answer, Call, Endpoint } from './call.ts';
import { refusals } from './errors.ts';
import { readBody } from './request-body.ts';
import { startValidation, validationStatus } from './webhook-validation.ts';

const events = [
  'test-created',
  'subscription-updated',
  'usagerecords-thresholdExceeded',
  'invoice-ready',
  'reseller-relationship-accepted-by-customer',
  'indirect-reseller-relationship-accepted-by-customer',
  'dap-admin-relationship-approved',
  'dap-admin-relationship-terminated',
  'dap-admin-relationship-terminated-by-microsoft',
  'granular-admin-relationship-approved',
  'granular-admin-relationship-activated',
  'granular-admin-relationship-terminated',
  'granular-admin-relationship-expired',
  'granular-admin-access-assignment-created',
  'granular-admin-access-assignment-activated',
  'granular-admin-access-assignment-updated',
  'granular-admin-access-assignment-deleted',
  'create-transfer',
  'update-transfer',
  'complete-transfer',
  'fail-transfer',
  'expire-transfer',
  'azure-fraud-event-detected',
] as const;

const Wish = z.object({
  webhookUrl: z.url({ protocol: /^https?$/ }),
  webhookEvents: z.array(z.enum(events)).min(1),
  signatureTokenToMsSignatureHeader: z.boolean().default(false),
});

const shape = ({ url, events: names }: Registration) => ({ WebhookUrl: url, WebhookEvents: names });

/** A partner has one registration or none. */
const put = ({ world, partner, asked }: Call, subscriberId: string): Reply => {
  const wish = readBody(asked, Wish);
  if (wish === null) return refusals.badInput('The registration is not complete, or names an event that does not exist.');
  const registration: Registration = {
    subscriberId,
    url: wish.webhookUrl,
    events: wish.webhookEvents,
    inOwnHeader: wish.signatureTokenToMsSignatureHeader,
    modifiedAt: world.now(),
  };
  world.registrations.set(partner.tenantId, registration);
  return { status: 200, body: { SubscriberId: subscriberId, ...shape(registration) } };
};

const registrationOf = ({ world, partner }: Call): Registration | undefined => world.registrations.get(partner.tenantId);

const register: Answer = (call) =>
  registrationOf(call) === undefined ? put(call, call.world.uuid()) : refusals.badInput('There is a registration already.');

const ifRegistered =
  (answer: (call: Call, registration: Registration) => Reply): Answer =>
  (call) => {
    const registration = registrationOf(call);
    return registration === undefined ? refusals.notFound() : answer(call, registration);
  };

const path = '/webhooks/v1/registration';

export const webhookRegistrationRoutes: readonly Route<Endpoint>[] = [
  ['GET', `${path}/events`, open(() => ({ status: 200, body: events }))],
  ['GET', path, open(ifRegistered((_call, registration) => ({ status: 200, body: shape(registration) })))],
  ['POST', path, open(register)],
  ['PUT', path, open(ifRegistered((call, { subscriberId }) => put(call, subscriberId)))],
  ['POST', `${path}/validationEvents`, open(ifRegistered(startValidation))],
  ['GET', `${path}/validationEvents/:correlation`, open(validationStatus)],
];
