import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { accountsOf } from '../clouds/account-file.ts';
import type { Account } from '../clouds/account.ts';
import { createReveal, readAccountFile, SecretMissing } from '../clouds/read-account-file.ts';
import { plain } from '../languages/speak.ts';
import { createSteadyClock } from '../outbox/steady-clock.ts';
import { redeemCode, signInAddress } from '../tokens/first-sign-in.ts';
import { machineEndpointIn } from '../tokens/machine-identity.ts';
import { createSecretFiles } from '../tokens/secret-file.ts';
import type { TokenOptions } from '../tokens/token-endpoint.ts';
import { createLine } from '../wire/line.ts';
import { accountPlaces } from './account-options.ts';
import { readCloud, readOptions } from './options.ts';
import type { Command, Terminal } from './run.ts';
import { UsageError } from './usage-error.ts';

const REDIRECT = 'http://localhost';

/** Our account in a cloud, with its secrets. */
export const accountIn = async (file: string, wanted: string): Promise<Account> => {
  const cloud = readCloud(wanted);
  const read = await readAccountFile(file);
  if (!read.ok) throw new UsageError(`${plain(file)}: ${read.problems.map(plain).join('\n')}`);
  try {
    const entries = read.file.accounts.filter((one) => one.cloud === cloud);
    const [account] = await accountsOf({ accounts: entries }, createReveal(process.env, dirname(file)));
    if (account === undefined) throw new UsageError(`${plain(file)}: there is no account in the cloud ${cloud}.`);
    return account;
  } catch (error) {
    if (error instanceof SecretMissing) throw new UsageError(plain(error.message), { cause: error });
    throw error;
  }
};

const LONGEST_LINE = 20_000;

/** The first line that is typed; whatever comes after it is left alone. */
const typedLine = async ({ input }: Terminal): Promise<string> => {
  let text = '';
  for await (const piece of input()) {
    text += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8');
    if (text.includes('\n') || text.length > LONGEST_LINE) break;
  }
  return (text.split('\n')[0] ?? '').trim();
};

/** The code in what was typed: by itself, or in the address that the browser came to, which has to be the answer to ours. */
const codeIn = (typed: string, state: string): string => {
  if (!URL.canParse(typed)) return typed;
  const { searchParams } = new URL(typed);
  const complaint = searchParams.get('error_description') ?? searchParams.get('error');
  if (complaint !== null) throw new UsageError(plain(`The sign-in ended with: ${complaint}`));
  if (searchParams.get('state') !== state)
    throw new UsageError('This address is not the answer to the one above. Open that one, and paste what you come to.');
  return searchParams.get('code') ?? '';
};

const keptBy = async (options: TokenOptions, back: Parameters<typeof redeemCode>[1], { out, err }: Terminal): Promise<number> => {
  const done = await redeemCode(options, back);
  if (!done.ok) {
    err(plain(done.failure.words));
    return 1;
  }
  out('The sign-in is kept.');
  if (done.hasSecondFactor !== false) return 0;
  err('It was without a second factor, which Partner Center and Graph refuse: sign in again, with one.');
  return 1;
};

/** A person of ours signs in for the bot: opens an address, and pastes back what they come to. */
export const signIn: Command = async (args, terminal) => {
  const { values } = readOptions(args, ['accounts', 'cloud', 'redirect']);
  const { file, secrets } = accountPlaces(values.accounts);
  const account = await accountIn(file, values.cloud ?? 'global');
  const redirectUri = values.redirect ?? REDIRECT;
  const state = randomUUID();
  terminal.out(
    `Open this address as an Admin agent of ${plain(account.name)}, and sign in with a second factor:\n\n` +
      `${signInAddress(account, { redirectUri, state })}\n\nThen paste the address that the browser comes to:`,
  );
  const code = codeIn(await typedLine(terminal), state);
  if (code === '') throw new UsageError('There was no code in it. Nothing was kept.');
  const line = createLine();
  const tell = (sentence: string): void => {
    terminal.err(plain(sentence));
  };
  const machine = machineEndpointIn(process.env);
  const means = { account, line, clock: createSteadyClock(tell, null), secrets: createSecretFiles(secrets) };
  try {
    return await keptBy({ ...means, ...(machine && { machine }) }, { code, redirectUri }, terminal);
  } finally {
    await line.close();
  }
};
