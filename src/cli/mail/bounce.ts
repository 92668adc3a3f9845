import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { sha256 } from '../../cases/digest.ts';
import { plain } from '../../languages/speak.ts';
import { createLettersPosted } from '../../letters/letters-posted.ts';
import { readNotice } from '../../mail/delivery-notice.ts';
import { handleOver, whyNot } from '../handle-over.ts';
import { readOptions } from '../options.ts';
import type { Command, Terminal } from '../run.ts';
import { withStore } from '../store-file.ts';
import { UsageError } from '../usage-error.ts';

const contentOf = async (file: string, terminal: Terminal): Promise<string> =>
  (file === '-' ? text(terminal.input()) : readFile(file, 'utf8')).catch((error: unknown) => {
    throw new UsageError(`${plain(file)} cannot be read: ${(error as Error).message}`, { cause: error });
  });

/** Notes on its case that a letter has not arrived: a delivery notice as a mail server has sent it back. The bot has to be stopped. */
export const bounce: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['store'], 1);
  const [file] = positionals;
  if (file === undefined) throw new UsageError('Expected a delivery notice: handshake mail bounce FILE, or - for standard input');
  const notice = readNotice(await contentOf(file, terminal));
  if (notice.kind === 'not-a-notice') throw new UsageError(`Nothing was noted: ${notice.words}.`);
  if (notice.kind === 'on-its-way') {
    terminal.out('Nothing was noted: the message is delayed, or has arrived.');
    return 0;
  }
  const { messageId, words } = notice;
  return withStore(values.store, terminal, async (store) => {
    const letter = await createLettersPosted(store).find(messageId);
    if (letter === null) {
      terminal.err(plain(`${messageId}: we have sent no letter under this id.`));
      return 1;
    }
    const { caseId, letter: kind } = letter;
    if ((await store.case(caseId))?.case.letterBounced?.messageId === messageId) {
      terminal.out(`${caseId}: was noted before.`);
      return 0;
    }
    const handle = await handleOver(store, terminal);
    const key = `bounced ${sha256(messageId)}`;
    const answer = await handle({ name: 'record-letter-bounced', key, actor: 'watch', caseId, letter: kind, messageId, words });
    if (answer.kind !== 'done') {
      terminal.err(whyNot(answer));
      return 1;
    }
    terminal.out(plain(`${caseId}: noted that the letter (${kind}) has not arrived: ${words}`));
    return 0;
  });
};
