import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Person } from '../../cases/people.ts';
import { plain } from '../../languages/speak.ts';
import type { KeptEffect } from '../../ports.ts';
import type { ReadOnlyStore } from '../../store/read-only.ts';
import { handleOver, whyNot } from '../handle-over.ts';
import { json } from '../json.ts';
import { readOptions } from '../options.ts';
import type { Command, Terminal } from '../run.ts';
import { withStore, withStoreToRead } from '../store-file.ts';
import { UsageError } from '../usage-error.ts';

const line = ({ id, effect, since, failures, trouble }: KeptEffect): string =>
  plain(`${id}  ${effect.kind}  since ${since}, ${failures} tries: ${trouble ?? 'no reason noted'}`);

/** What was given up, the oldest first. It reads beside a bot that runs. */
export const dead: Command = async (args, terminal) => {
  const { values } = readOptions(args, ['store', 'json']);
  const letters = await withStoreToRead(values.store, (store) => store.deadLetters());
  if (values.json) terminal.out(json(letters));
  else terminal.out(letters.length === 0 ? 'Nothing was given up.' : letters.map(line).join('\n'));
  return 0;
};

/** Whoever has a shell here runs the bot: that is all that is known of them, and it is noted. */
const operator = (): Person => {
  const { username } = userInfo();
  return { id: `operator:${username}`, name: username, roles: ['operator'] };
};

const letterIn = async (store: ReadOnlyStore, name: string): Promise<KeptEffect> => {
  const letter = (await store.deadLetters()).find(({ id }) => id === name);
  if (letter === undefined)
    throw new UsageError(`${plain(name)}: nothing of this name was given up. \`handshake outbox dead\` lists what was.`);
  if ((await store.case(letter.caseId)) === null)
    throw new UsageError(
      `${plain(name)}: there is no case ${letter.caseId} in whose history it could be noted. \`handshake audit verify\` says what is missing.`,
    );
  return letter;
};

/** A dead letter by its name. Looked for beside the bot: what is mistyped is told without stopping anybody. */
const letterNamed = (name: string | undefined, folder: string | undefined): Promise<KeptEffect> => {
  if (name === undefined) throw new UsageError('Expected an effect as `handshake outbox dead` names it');
  return withStoreToRead(folder, (store) => letterIn(store, name));
};

interface Order {
  readonly name: 'retry-dead-letter' | 'close-dead-letter';
  readonly words: string;
  readonly done: string;
  readonly isDone?: boolean;
}

/** By the one road that everything goes, so that it stands in the history who has done it. */
const give = async (
  { name, words, done, isDone }: Order,
  { id, caseId }: KeptEffect,
  folder: string | undefined,
  terminal: Terminal,
) => {
  const command = { name, key: randomUUID(), actor: operator(), caseId, effect: id, words, ...(isDone && { isDone }) };
  const answer = await withStore(folder, terminal, async (store) => (await handleOver(store, terminal))(command));
  if (answer.kind === 'done') {
    terminal.out(plain(`${id}: ${done}`));
    return 0;
  }
  terminal.err(whyNot(answer));
  return 1;
};

/** Another try, as soon as the bot runs. The bot has to be stopped meanwhile: its file has one owner at a time. */
export const retry: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['store', 'note'], 1);
  const letter = await letterNamed(positionals[0], values.store);
  const order = {
    name: 'retry-dead-letter',
    words: values.note ?? '',
    done: 'will be tried again as soon as the bot runs',
  } as const;
  return give(order, letter, values.store, terminal);
};

/** Not to be tried any more, or, with --done, done by hand: then a case that waits for it goes on. The note stands in its history. */
export const close: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['store', 'note', 'done'], 1);
  const words = values.note?.trim() ?? '';
  if (words === '') throw new UsageError('--note: expected some words on why it is closed');
  const letter = await letterNamed(positionals[0], values.store);
  return give({ name: 'close-dead-letter', words, done: 'closed', isDone: values.done ?? false }, letter, values.store, terminal);
};
