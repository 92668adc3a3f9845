import type { Account } from '../../clouds/account.ts';
import { notOffered } from '../../clouds/offered.ts';
import type { Feature } from '../../clouds/profiles.ts';
import { roleIdsOf } from '../../graph/role-templates.ts';
import { runChecks } from './check.ts';
import type { Patient } from './check.ts';
import { fault, ok } from './finding.ts';
import type { Finding, Line } from './finding.ts';
import { graphChecks } from './graph-checks.ts';
import { partnerCenterChecks } from './partner-center-checks.ts';
import { attend, makeRounds } from './rounds.ts';
import type { Entry, Report, Surgery } from './rounds.ts';
import { application, kept, person, secondFactor, tenant } from './sign-in-checks.ts';
import { webhookChecks } from './webhook-checks.ts';

const rolesOf = ({ groups }: Entry): Finding => {
  const asked = roleIdsOf(groups.flatMap(({ roles }) => roles));
  return asked.ok
    ? ok(asked.ids.length === 0 ? 'None is set down.' : `All ${asked.ids.length} are built-in directory roles.`)
    : fault(
        `No built-in directory role is called ${asked.unknown.join(', ')}.`,
        'Correct the name in the accounts file, such as global_reader.',
      );
};

/** What is looked at shows by itself what its cloud lacks; this is the rest. */
const looked: readonly Feature[] = ['reseller-link', 'granular-admin', 'agreements'];

const lacking = ({ profile }: Account): readonly Line[] =>
  profile.lacks
    .filter((feature) => !looked.includes(feature))
    .map((feature) => ({ tried: 'This cloud', is: 'not-offered', words: notOffered(profile, feature)?.words ?? '' }));

const everything = async (patient: Patient): Promise<readonly Line[]> => {
  const { account } = patient;
  const signIn = [tenant, application, kept, person, secondFactor];
  const checks = [...signIn, ...partnerCenterChecks, ...graphChecks(account), ...webhookChecks(account)];
  return [...(await runChecks(checks, patient)), ...lacking(account)];
};

/** Looks at everything that the bot will need, one account after the other. It reads, and changes nothing at Microsoft. */
export const examine = (surgery: Surgery): Promise<Report> =>
  makeRounds(surgery, async (entry) => [
    { tried: 'Roles of the groups', ...rolesOf(entry) },
    ...(await attend(entry, surgery, everything)),
  ]);
