import { CaseId } from '../../cases/ids.ts';
import { createErase, erasable } from '../../commands/erase.ts';
import type { Erasable } from '../../commands/erase.ts';
import { plain } from '../../languages/speak.ts';
import { readOptions } from '../options.ts';
import type { Command } from '../run.ts';
import { placeOf, withStore, withStoreToRead } from '../store-file.ts';
import { UsageError } from '../usage-error.ts';

/** How far it reaches: a database keeps former versions of rows for a while, wherever it likes. */
const reaches = {
  file: { answersGo: ', and out of the file the next time it is compacted', isGone: ', and all are gone from the file' },
  postgres: {
    answersGo: ';\nnor former versions of rows in the files of the database, until it has cleaned up, its log and its replicas',
    isGone: '. Former versions of their rows lie in the files of the database until it has cleaned up (vacuum)',
  },
} as const;

/** What goes, what stays, and what nobody can call back from here. */
const planWords = ({ current, values, records, notes }: Erasable, answersGo: string): string =>
  `${current.id}: ${plain(current.customer.name)}, asked for by ${plain(current.requester.name || current.requester.id)}, ` +
  `${current.status} since ${current.since.slice(0, 10)}.
Goes for ever: ${values} values in ${records} records: who asked, decided, confirmed and reviewed, the customer, everybody’s words,
what was told, and the ids of letters; and ${notes.length} notes beside it: what is remembered of this customer for the next request,
what it has answered on our page, drafts, and what cards show.
Stays: what happened when, by which rules and on which facts, other partners and subscriptions by their names; the history still proves itself.
Not reached from here: copies of the store, letters and cards that were sent, and the answers that were given: forgotten after
seven days${answersGo}.
Nothing was erased. Say --yes to go on; the bot has to be stopped.`;

/** Makes a case forget its people. It cannot be taken back, so it is not done without --yes. */
export const eraseCase: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['store', 'yes'], 1);
  const given = positionals[0] ?? '';
  const id = CaseId.safeParse(given.toUpperCase());
  if (!id.success) throw new UsageError(`case ${plain(given)}: expected the id of a case, such as ADM-4K2QX-7YB0M`);
  // Read first: what is refused disturbs nobody, and where no store is none is created.
  const found = await withStoreToRead(values.store, async (store) => {
    if ((await store.case(id.data)) === null) throw new UsageError(`There is no case ${id.data} in this store.`);
    return erasable(store, id.data);
  });
  const { answersGo, isGone } = reaches[placeOf(values.store).kind];
  if (found.kind === 'erasable' && !values.yes) throw new UsageError(planWords(found, answersGo));
  const outcome =
    found.kind === 'refused' ? found : await withStore(values.store, terminal, (store) => createErase({ store })(id.data));
  switch (outcome.kind) {
    case 'refused':
      terminal.err(plain(outcome.words));
      return 1;
    case 'not-purged':
      terminal.err(
        `${id.data}: erased for whoever asks, but older lines of the file still hold it (${plain(outcome.words)}). ` +
          'Run the same again, until it says that it is gone.',
      );
      return 1;
    case 'erased':
      terminal.out(
        `${id.data}: ${outcome.values} values were erased from ${outcome.records} records, ${outcome.notes.length} notes were forgotten${isGone}.`,
      );
      return 0;
  }
};
