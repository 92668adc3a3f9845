import { randomUUID } from 'node:crypto';
import { TEST_EVENT } from '../../partner-center/wanted-events.ts';
import type { AtMicrosoft } from '../../services/at-microsoft.ts';
import type { Success } from '../../wire/failure.ts';
import type { Check, Patient } from '../doctor/check.ts';
import { fault, ok } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { organization } from '../doctor/partner-center-checks.ts';
import { none, registration } from '../doctor/webhook-checks.ts';
import { undone } from './undone.ts';

type There = AtMicrosoft['partnerCenter']['webhookRegistration'];
type Tested = Extract<Awaited<ReturnType<There['tested']>>, Success<unknown>>['body'];
type Try = Tested['tries'][number];

const AGAIN = 'Send another one in a minute: handshake webhooks test';

/** They name the status, such as Accepted, and may as well number it. */
const isYes = ({ code }: Try): boolean => /^(?:2\d\d|ok|created|accepted|no ?content)$/i.test(code ?? '');

const tryWords = ({ code, words, at }: Try): string =>
  `${[code ?? 'no answer', words].filter((part) => part !== null).join(' ')}${at === null ? '' : ` (${at})`}`;

const resultOf = ({ tries, url, status }: Tested): Finding => {
  const said = `Partner Center has sent a test to ${url ?? 'nobody'}, and got: ${tries.map(tryWords).join('; ')}.`;
  if (tries.some(isYes)) return ok(said);
  if (tries.length === 0) return fault(`A test is on its way, and no answer to it is known yet (${status}).`, AGAIN);
  return tries.every(({ isTheirs }) => isTheirs)
    ? fault(said, `It says that the mistake is its own. ${AGAIN}`)
    : fault(said, 'See that the bot runs, that this address leads to it from outside, and that handshake doctor is content.');
};

/** It shows a moment later, and how it went some moments after that. */
const isOver = (seen: Awaited<ReturnType<There['tested']>>): boolean =>
  seen.ok ? seen.body.tries.length > 0 : seen.failure.kind !== 'not-found';

const sentTo = (registered: Check): Check => ({
  tried: 'Test',
  needs: [registered],
  look: async (patient) => {
    const there = patient.at.partnerCenter.webhookRegistration;
    const present = await there.get();
    if (!present.ok) return undone(present.failure, patient);
    if (present.body?.events.includes(TEST_EVENT) !== true)
      return fault(`${TEST_EVENT} is not registered; nothing was sent.`, 'Register it, too: handshake webhooks register');
    const sent = await there.test(randomUUID());
    if (!sent.ok) return undone(sent.failure, patient);
    const seen = await patient.at.soon(() => there.tested(sent.body), isOver);
    return seen.ok ? resultOf(seen.body) : fault(`A test was sent; what came of it is not known. ${seen.failure.words}`, AGAIN);
  },
});

/** Has a test sent to us, and tells what Partner Center has seen. */
export const sendTest = ({ account: { webhook } }: Patient): readonly Check[] => {
  if (webhook === null) return [none];
  const registered = registration(webhook);
  return [organization, registered, sentTo(registered)];
};
