import { dirname } from 'node:path';
import { accountsOf } from '../../clouds/account-file.ts';
import type { AccountFile } from '../../clouds/account-file.ts';
import type { Account } from '../../clouds/account.ts';
import { createReveal, readAccountFile, SecretMissing } from '../../clouds/read-account-file.ts';
import type { Clock } from '../../ports.ts';
import { createAtMicrosoft } from '../../services/at-microsoft.ts';
import type { Patience } from '../../services/at-microsoft.ts';
import { createTokens } from '../../tokens/create-tokens.ts';
import { createKeptSignIn } from '../../tokens/kept-sign-in.ts';
import { machineEndpointIn } from '../../tokens/machine-identity.ts';
import type { Secrets } from '../../tokens/secrets.ts';
import type { Line as Wire } from '../../wire/line.ts';
import { notTried } from './check.ts';
import type { Patient } from './check.ts';
import { fault, ok } from './finding.ts';
import type { Line } from './finding.ts';

export interface Surgery {
  readonly file: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly secrets: Secrets;
  readonly wire: Wire;
  readonly clock: Clock;
  /** How long what takes its time is waited for. */
  readonly patience?: Patience;
}

/** What was found, of the file and of each account in it. */
export interface Report {
  readonly file: string;
  readonly lines: readonly Line[];
  readonly accounts: readonly { readonly name: string; readonly cloud: string; readonly lines: readonly Line[] }[];
}

export type Entry = AccountFile['accounts'][number];

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

const SECRETS = 'Secrets';

/** Whoever runs the bot reads the report, in which it stands. */
const nobodyElse = { tell: (): void => undefined };

/** Does this with an account whose secrets are all there; otherwise tells which one is not. */
export const attend = async (
  entry: Entry,
  surgery: Surgery,
  look: (patient: Patient) => Promise<readonly Line[]>,
): Promise<readonly Line[]> => {
  const { wire, clock, secrets, environment, patience } = surgery;
  const account = await opened(entry, surgery);
  if (account instanceof SecretMissing) {
    const next = 'Put it where the accounts file says, or say there where it stands.';
    return [{ tried: SECRETS, ...fault(account.message, next) }, notTried('Everything at Microsoft', SECRETS)];
  }
  const machine = machineEndpointIn(environment);
  const tokens = createTokens({ account, line: wire, clock, secrets, ...(machine && { machine }) });
  const at = createAtMicrosoft({ account, line: wire, tokens, clock, operator: nobodyElse, ...(patience && { patience }) });
  const there: Line = { tried: SECRETS, ...ok('All are where the accounts file says.') };
  return [there, ...(await look({ account, at, tokens, signIn: createKeptSignIn(account, secrets, clock), wire, clock }))];
};

/** Goes to one account after the other, and writes down what came of it. */
export const makeRounds = async (
  surgery: Surgery,
  visit: (entry: Entry, surgery: Surgery) => Promise<readonly Line[]>,
): Promise<Report> => {
  const { file } = surgery;
  const read = await readAccountFile(file);
  const tried = 'Accounts file';
  if (!read.ok) {
    const next = 'Correct it: accounts.example.json shows what it can be.';
    return { file, lines: read.problems.map((words) => ({ tried, ...fault(words, next) })), accounts: [] };
  }
  const accounts = [];
  for (const entry of read.file.accounts) {
    accounts.push({ name: entry.name, cloud: entry.cloud, lines: await visit(entry, surgery) });
  }
  return { file, lines: [{ tried, ...ok('It can be read, and is what was expected.') }], accounts };
};
