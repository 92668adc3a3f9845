import { TEST_EVENT } from '../../partner-center/wanted-events.ts';
import type { Check, Patient } from '../doctor/check.ts';
import { ok, warning } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { organization } from '../doctor/partner-center-checks.ts';
import { events, none, registration } from '../doctor/webhook-checks.ts';
import { undone } from './undone.ts';

/** What is there, whatever we want. */
const found = (said: (url: string, names: readonly string[]) => Finding): Check => ({
  tried: 'Registered there',
  needs: [organization],
  look: async (patient) => {
    const sent = await patient.at.partnerCenter.webhookRegistration.get();
    if (!sent.ok) return undone(sent.failure, patient);
    return sent.body === null ? ok('Nothing.') : said(sent.body.url ?? 'nobody', sent.body.events);
  },
});

const listed = (url: string, names: readonly string[]): Finding => ok(`${url}, for: ${names.join(', ') || 'nothing'}.`);

const withTest = (url: string, names: readonly string[]): Finding =>
  names.includes(TEST_EVENT)
    ? listed(url, names)
    : warning(
        `${listed(url, names).words} No test can be sent.`,
        `Register it with ${TEST_EVENT} too: handshake webhooks register`,
      );

/** What is registered at Partner Center, against what is wanted. */
export const show = ({ account: { webhook } }: Patient): readonly Check[] => {
  if (webhook === null) return [organization, none, found(listed)];
  const registered = registration(webhook);
  return [organization, registered, events(registered), found(withTest)];
};
