import { randomUUID } from 'node:crypto';
import { createSteadyClock } from '../../outbox/steady-clock.ts';
import { plain } from '../../languages/speak.ts';
import { checkRecipient } from '../../letters/checks.ts';
import { emlOf } from '../../letters/eml.ts';
import type { Mailed } from '../../ports.ts';
import { readOptions } from '../options.ts';
import type { Command } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { chosenPost } from './chosen-post.ts';

const WORDS = 'This is a test: letters of Handshake to your customers leave your house the same way. Nobody has to do anything.';

const inWords = (mailed: Mailed, by: string): string => {
  switch (mailed.kind) {
    case 'sent':
      return `Taken by ${by}. Look whether it has arrived, and whether it lies among the junk.`;
    case 'refused':
      return `Refused by ${by} (${mailed.code}): ${mailed.words}`;
    case 'again':
      return `Not taken now by ${by}; a letter to a customer would be tried again: ${mailed.words}`;
    case 'unknown':
      return `Handed to ${by}, and the answer was lost: it may arrive, or not: ${mailed.words}`;
  }
};

/** Sends one letter that says nothing, the way that letters to customers go, and tells what came of it. */
export const testLetter: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['accounts', 'cloud'], 1);
  const [to = ''] = positionals;
  if (checkRecipient(to, { domain: null }) !== null) throw new UsageError('Expected an address: handshake mail test TO');
  const tell = (sentence: string): void => {
    terminal.err(plain(sentence));
  };
  const { post, from, by, close } = await chosenPost({
    accounts: values.accounts,
    cloud: values.cloud ?? 'global',
    operator: { tell },
  });
  try {
    const now = createSteadyClock(tell, null).now();
    const messageId = `<test.${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`;
    const subject = 'A test letter of Handshake';
    const about = { messageId, date: now, from: { name: 'Handshake', address: from }, to: { name: '', address: to }, subject };
    const eml = emlOf({ ...about, language: 'en', text: `${WORDS}\n`, html: `<p>${WORDS}</p>` });
    const mailed = await post.send({ from, to, messageId, about: 'test', eml }, now);
    terminal.out(plain(inWords(mailed, by)));
    return mailed.kind === 'sent' ? 0 : 1;
  } finally {
    await close();
  }
};
