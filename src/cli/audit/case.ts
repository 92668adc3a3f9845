import { CaseId } from '../../cases/ids.ts';
import { plain } from '../../languages/speak.ts';
import { json } from '../json.ts';
import { readOptions, readSpeaker } from '../options.ts';
import type { Command } from '../run.ts';
import { withStoreToRead } from '../store-file.ts';
import { UsageError } from '../usage-error.ts';
import { dossierOf } from './dossier.ts';
import { dossierHtml } from './dossier-html.ts';

/** One case, whole, for a dispute: as a page, or as data that a program can check. */
export const oneCase: Command = async (args, terminal) => {
  const { values, positionals } = readOptions(args, ['store', 'html', 'json', 'lang'], 1);
  const speaker = readSpeaker(values.lang);
  const given = positionals[0] ?? '';
  const id = CaseId.safeParse(given.toUpperCase());
  if (!id.success) throw new UsageError(`case ${plain(given)}: expected the id of a case, such as ADM-4K2QX-7YB0M`);
  const dossier = await withStoreToRead(values.store, async (store) => {
    const kept = await store.case(id.data);
    if (kept === null) throw new UsageError(`There is no case ${id.data} in this store.`);
    return dossierOf(kept, await store.history(id.data), speaker);
  });
  terminal.out(values.html ? dossierHtml(dossier, speaker) : json(dossier));
  return dossier.flaw === null ? 0 : 1;
};
