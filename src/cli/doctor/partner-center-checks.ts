import type { AtMicrosoft } from '../../services/at-microsoft.ts';
import type { Sent } from '../../wire/failure.ts';
import type { Check, Patient } from './check.ts';
import { fault, ok, warning } from './finding.ts';
import type { Finding } from './finding.ts';
import { secondFactor } from './sign-in-checks.ts';
import { troubleOf } from './trouble.ts';

type PartnerCenter = AtMicrosoft['partnerCenter'];

/** Asks Partner Center something, and says what the answer means. */
const asking =
  <T>(ask: (there: PartnerCenter, patient: Patient) => Promise<Sent<T>>, meaning: (body: T, patient: Patient) => Finding) =>
  async (patient: Patient): Promise<Finding> => {
    const { profile } = patient.account;
    const sent = await ask(patient.at.partnerCenter, patient);
    return sent.ok ? meaning(sent.body, patient) : troubleOf(sent.failure, profile, profile.partnerCenter);
  };

const sameName = (one: string | null, other: string): boolean => one?.trim().toLowerCase() === other.trim().toLowerCase();

/** The token has to be for whom we think we are: nothing else is worth asking otherwise. */
export const organization: Check = {
  tried: 'Our organization',
  needs: [secondFactor],
  look: asking(
    ({ profiles }) => profiles.ours(),
    ({ tenantId, name }, { account }) => {
      if (tenantId !== account.tenantId)
        return fault(
          `Partner Center takes us for the tenant ${tenantId}, the accounts file for ${account.tenantId}.`,
          'Correct tenantId in the accounts file, or let a person of that tenant sign in.',
        );
      return sameName(name, account.name)
        ? ok(`Partner Center knows us as ${account.name}.`)
        : warning(`Partner Center knows us as ${name ?? 'nobody'}, not as ${account.name}.`, 'Correct name in the accounts file.');
    },
  ),
};

const agreement: Check = {
  tried: 'Microsoft Partner Agreement',
  needs: [organization],
  look: asking(
    ({ partnersAround }, { account: { tenantId } }) => partnersAround.hasSigned({ tenantId }),
    (isSigned) =>
      isSigned
        ? ok('We have signed it.')
        : fault('We have not signed it.', 'Sign the Microsoft Partner Agreement in Partner Center, as a Global administrator.'),
  ),
};

const partnerId: Check = {
  tried: 'PartnerID',
  needs: [organization],
  look: async (patient) => {
    const { account, at } = patient;
    const sent = await at.partnerCenter.profiles.partner(account.partnerId);
    const next = 'Correct partnerId in the accounts file: the PartnerID of our location, as Partner Center shows it.';
    if (!sent.ok)
      return sent.failure.kind === 'not-found'
        ? fault(`Partner Center knows no active PartnerID ${account.partnerId}.`, next)
        : troubleOf(sent.failure, account.profile, account.profile.partnerCenter);
    return sameName(sent.body.name, account.name)
      ? ok(`${account.partnerId} is active, and ours.`)
      : warning(`${account.partnerId} is the PartnerID of ${sent.body.name ?? 'nobody'}.`, next);
  },
};

const customers: Check = {
  tried: 'Customers',
  needs: [organization],
  look: asking(
    (there) => there.customers.any(),
    (some) => ok(some === null ? 'They can be listed; there are none yet.' : 'They can be listed.'),
  ),
};

const resellerLink: Check = {
  tried: 'Reseller invitation',
  needs: [organization],
  look: asking(
    ({ relationshipRequests }) => relationshipRequests.link(),
    () => ok('There is a link for it.'),
  ),
};

const customerAgreement: Check = {
  tried: 'Microsoft Customer Agreement',
  needs: [organization],
  look: asking(
    ({ agreements }) => agreements.templates(),
    (all) =>
      all.length > 0
        ? ok('Its text is offered.')
        : warning('No text of it is offered to us.', 'Ask Microsoft’s partner support why customers cannot be attested for us.'),
  ),
};

export const partnerCenterChecks: readonly Check[] = [
  organization,
  agreement,
  partnerId,
  customers,
  resellerLink,
  customerAgreement,
];
