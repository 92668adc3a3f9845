import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { CaseId } from '../../cases/ids.ts';
import type { Person } from '../../cases/people.ts';
import { instant } from '../../cases/time.ts';
import { createHandle } from '../../commands/handle.ts';
import { speakerOf } from '../../languages/catalogues.ts';
import { plain } from '../../languages/speak.ts';
import { HouseRules } from '../../policy/index.ts';
import type { Says } from '../../policy/index.ts';
import { StoreError } from '../../ports.ts';
import type { FactSource, KeptEffect, Store } from '../../ports.ts';
import { openLowdbStore } from '../../store/lowdb.ts';
import { readOptions } from '../options.ts';
import type { Command, Terminal } from '../run.ts';
import { readStore, storeFile } from '../store-file.ts';
import { UsageError } from '../usage-error.ts';

const line = ({ id, effect, since, failures, trouble }: KeptEffect): string =>
  `${id}  ${effect.kind}  since ${since}, ${failures} tries: ${plain(trouble ?? 'no reason noted')}`;

/** What was given up, the oldest first. It reads beside a bot that runs. */
export const dead: Command = async (args, terminal) => {
  const { values } = readOptions(args, ['store', 'json']);
  const letters = await (await readStore(values.store)).deadLetters();
  if (values.json) terminal.out(JSON.stringify(letters, null, 2));
  else terminal.out(letters.length === 0 ? 'Nothing was given up.' : letters.map(line).join('\n'));
  return 0;
};

/** Whoever has a shell here runs the bot: that is all that is known of them, and it is noted. */
const operator = (): Person => {
  const { username } = userInfo();
  return { id: `operator:${username}`, name: username, roles: ['operator'] };
};

/** Dead letters are no matter of the rules; nothing is asked of any service here. */
const nobody: FactSource = { read: () => Promise.resolve({ unreachable: 'any service, from the command line' }) };

const told = (terminal: Terminal, store: Store) =>
  createHandle({
    store,
    clock: { now: () => instant(Date.now()) },
    chance: { salt: randomUUID, fraction: Math.random },
    house: () => HouseRules.parse({ edition: 'none' }),
    operator: { tell: (sentence) => void terminal.err(plain(sentence)) },
    facts: { partner: nobody, customer: nobody, letter: nobody },
  });

const opened = async (folder: string | undefined): Promise<Store> => {
  try {
    return await openLowdbStore(storeFile(folder));
  } catch (error) {
    if (error instanceof StoreError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};

const caseOf = (effect: string): CaseId => {
  const id = CaseId.safeParse(effect.split('/')[0]);
  if (!id.success) throw new UsageError(`${plain(effect)}: expected an effect as \`handshake outbox dead\` names it`);
  return id.data;
};

const change =
  (name: 'retry-dead-letter' | 'close-dead-letter', done: string): Command =>
  async (args, terminal) => {
    const { values, positionals } = readOptions(args, ['store', 'note'], 1);
    const effect = positionals[0] ?? '';
    const caseId = caseOf(effect);
    if (name === 'close-dead-letter' && !values.note) throw new UsageError('--note: expected some words on why it is closed');
    const store = await opened(values.store);
    try {
      const handle = told(terminal, store);
      const answer = await handle({ name, key: randomUUID(), actor: operator(), caseId, effect, words: values.note ?? '' });
      if (answer.kind === 'done') {
        terminal.out(`${effect}: ${done}`);
        return 0;
      }
      const { key, values: said } = answer.kind === 'fenced' ? { key: 'failure.busy', values: {} } : answer.says;
      terminal.err(speakerOf('en').sayKey(key, said as Says['values']));
      return 1;
    } finally {
      await store.close();
    }
  };

/** Another try, as soon as the bot runs. The bot has to be stopped meanwhile: its file has one owner at a time. */
export const retry = change('retry-dead-letter', 'will be tried again');
/** Not to be tried any more. The note stands in the history of the case. */
export const close = change('close-dead-letter', 'closed');
