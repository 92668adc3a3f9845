import { dayOf } from '../../cases/time.ts';
import { eventsToRegister } from '../../partner-center/wanted-events.ts';
import type { AtMicrosoft } from '../../services/at-microsoft.ts';
import type { Success } from '../../wire/failure.ts';
import type { Check, Patient } from '../doctor/check.ts';
import { fault, ok } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { organization } from '../doctor/partner-center-checks.ts';
import { none } from '../doctor/webhook-checks.ts';
import { undone } from './undone.ts';

type There = AtMicrosoft['partnerCenter']['webhookRegistration'];
type Wanted = Parameters<There['register']>[0];
type Present = Extract<Awaited<ReturnType<There['get']>>, Success<unknown>>['body'];

const LOOK_AGAIN = 'See in some minutes what has come of it: handshake webhooks';

const isAsWanted = (present: Present, { url, events }: Wanted): boolean =>
  present?.url === url && events.every((event) => present.events.includes(event));

/** The same for the same step from what is there to what is wanted; another day it is another step. */
const requestIdOf = ({ account, clock }: Patient, present: Present, { url, events }: Wanted): string =>
  JSON.stringify(['webhook', account.tenantId, dayOf(clock.now()), present, url, events]);

const instead = (present: Present, { url }: Wanted): string =>
  present === null || present.url === url
    ? ''
    : ` Until now the news went to ${present.url ?? 'nobody'}, for: ${present.events.join(', ')}.`;

/** Only what can be read back is believed, above all where nobody has told whether it has happened. */
const readBack = async (patient: Patient, before: Present, wanted: Wanted, trouble: string | null): Promise<Finding> => {
  const there = patient.at.partnerCenter.webhookRegistration;
  const after = await patient.at.soon(there.get, (seen) => !seen.ok || isAsWanted(seen.body, wanted));
  const said = trouble ?? 'Partner Center has said yes';
  if (!after.ok) return fault(`${said}; then it could not be read: ${after.failure.words}`, LOOK_AGAIN);
  return isAsWanted(after.body, wanted)
    ? ok(`${wanted.url} is registered now, for: ${wanted.events.join(', ')}.${instead(before, wanted)}`)
    : fault(
        `${said}; but ${after.body?.url ?? 'nothing'} is registered, for: ${after.body?.events.join(', ') ?? 'nothing'}.`,
        LOOK_AGAIN,
      );
};

const change = async (patient: Patient, present: Present, wanted: Wanted): Promise<Finding> => {
  const there = patient.at.partnerCenter.webhookRegistration;
  const sent = await there[present === null ? 'register' : 'replace'](wanted, requestIdOf(patient, present, wanted));
  if (sent.ok) return readBack(patient, present, wanted, null);
  const { failure } = sent;
  return failure.kind === 'unknown-outcome' ? readBack(patient, present, wanted, failure.words) : undone(failure, patient);
};

const registered = (url: string): Check => ({
  tried: 'Webhook',
  needs: [organization],
  look: async (patient) => {
    const there = patient.at.partnerCenter.webhookRegistration;
    const [offered, present] = [await there.events(), await there.get()];
    if (!offered.ok) return undone(offered.failure, patient);
    if (!present.ok) return undone(present.failure, patient);
    const events = eventsToRegister(patient.account.profile, offered.body);
    if (events.length === 0)
      return fault('Partner Center offers us no event that we wait for.', 'Ask Microsoft’s partner support why not.');
    // Our door takes the signature from either place, and some proxies swallow the usual one.
    const wanted: Wanted = { url, events, signatureIn: 'x-ms-signature' };
    return isAsWanted(present.body, wanted)
      ? ok(`${url} is registered already, for: ${events.join(', ')}.`)
      : change(patient, present.body, wanted);
  },
});

/** Registers what is wanted, where it is not; whatever stands there instead is replaced, and told. */
export const register = ({ account: { webhook } }: Patient): readonly Check[] =>
  webhook === null ? [none] : [organization, registered(webhook.url)];
