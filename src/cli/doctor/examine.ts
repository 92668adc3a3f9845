import { dirname } from 'node:path';
import { accountsOf } from '../../clouds/account-file.ts';
import type { AccountFile } from '../../clouds/account-file.ts';
import type { Account } from '../../clouds/account.ts';
import { notOffered } from '../../clouds/offered.ts';
import type { Feature } from '../../clouds/profiles.ts';
import { createReveal, readAccountFile, SecretMissing } from '../../clouds/read-account-file.ts';
import { roleIdsOf } from '../../graph/role-templates.ts';
import type { Clock, Operator } from '../../ports.ts';
import { createAtMicrosoft } from '../../services/at-microsoft.ts';
import { createTokens } from '../../tokens/create-tokens.ts';
import { createKeptSignIn } from '../../tokens/kept-sign-in.ts';
import { machineEndpointIn } from '../../tokens/machine-identity.ts';
import type { Secrets } from '../../tokens/secrets.ts';
import type { Line as Wire } from '../../wire/line.ts';
import { notTried, runChecks } from './check.ts';
import { fault, ok } from './finding.ts';
import type { Finding, Line } from './finding.ts';
import { graphChecks } from './graph-checks.ts';
import { partnerCenterChecks } from './partner-center-checks.ts';
import { application, kept, person, secondFactor, tenant } from './sign-in-checks.ts';
import { webhookChecks } from './webhook-checks.ts';

export interface Surgery {
  readonly file: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly secrets: Secrets;
  readonly wire: Wire;
  readonly clock: Clock;
}

/** What was found, of the file and of each account in it. */
export interface Report {
  readonly file: string;
  readonly lines: readonly Line[];
  readonly accounts: readonly { readonly name: string; readonly cloud: string; readonly lines: readonly Line[] }[];
}

type Entry = AccountFile['accounts'][number];

const rolesOf = ({ groups }: Entry): Finding => {
  const asked = roleIdsOf(groups.flatMap(({ roles }) => roles));
  return asked.ok
    ? ok(asked.ids.length === 0 ? 'None is set down.' : `All ${asked.ids.length} are built-in directory roles.`)
    : fault(
        `No built-in directory role is called ${asked.unknown.join(', ')}.`,
        'Correct the name in the accounts file, such as global_reader.',
      );
};

const opened = async (entry: Entry, { file, environment }: Surgery): Promise<Account | SecretMissing> => {
  try {
    const [account] = await accountsOf({ accounts: [entry] }, createReveal(environment, dirname(file)));
    if (account === undefined) throw new Error('an entry without its account');
    return account;
  } catch (error) {
    if (error instanceof SecretMissing) return error;
    throw error;
  }
};

/** What is looked at shows by itself what its cloud lacks; this is the rest. */
const looked: readonly Feature[] = ['reseller-link', 'granular-admin', 'agreements'];

const lacking = ({ profile }: Account): readonly Line[] =>
  profile.lacks
    .filter((feature) => !looked.includes(feature))
    .map((feature) => ({ tried: 'This cloud', is: 'not-offered', words: notOffered(profile, feature)?.words ?? '' }));

const SECRETS = 'Secrets';

/** What there is to tell the doctor tells itself. */
const silent: Operator = { tell: () => undefined };

const examined = async (entry: Entry, surgery: Surgery): Promise<readonly Line[]> => {
  const { wire, clock, secrets } = surgery;
  const roles: Line = { tried: 'Roles of the groups', ...rolesOf(entry) };
  const account = await opened(entry, surgery);
  if (account instanceof SecretMissing) {
    const next = 'Put it where the accounts file says, or say there where it stands.';
    const rest = notTried('Everything at Microsoft', SECRETS);
    return [roles, { tried: SECRETS, ...fault(account.message, next) }, rest];
  }
  const machine = machineEndpointIn(surgery.environment);
  const tokens = createTokens({ account, line: wire, clock, secrets, ...(machine && { machine }) });
  const at = createAtMicrosoft({ account, line: wire, tokens, clock, operator: silent });
  const patient = { account, at, tokens, signIn: createKeptSignIn(account, secrets, clock), wire, clock };
  const signIn = [tenant, application, kept, person, secondFactor];
  const checks = [...signIn, ...partnerCenterChecks, ...graphChecks(account), ...webhookChecks(account)];
  const there: Line = { tried: SECRETS, ...ok('All are where the accounts file says.') };
  return [roles, there, ...(await runChecks(checks, patient)), ...lacking(account)];
};

/** Looks at everything that the bot will need, one account after the other. It reads, and changes nothing at Microsoft. */
export const examine = async (surgery: Surgery): Promise<Report> => {
  const { file } = surgery;
  const read = await readAccountFile(file);
  const tried = 'Accounts file';
  if (!read.ok) {
    const next = 'Correct it: accounts.example.json shows what it can be.';
    return { file, lines: read.problems.map((words) => ({ tried, ...fault(words, next) })), accounts: [] };
  }
  const accounts = [];
  for (const entry of read.file.accounts) {
    accounts.push({ name: entry.name, cloud: entry.cloud, lines: await examined(entry, surgery) });
  }
  return { file, lines: [{ tried, ...ok('It can be read, and is what was expected.') }], accounts };
};
