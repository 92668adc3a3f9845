import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeFile } from '../../src/store/store-file.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { doing, inviting } from '../support/requests.ts';
import { handshake } from '../support/terminal.ts';
import { createWorld } from '../support/world.ts';

/** The file for a dispute, of a case that was asked about, approved and accepted. */
export const dossierPage = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-picture-'));
  const store = await openLowdbStore(storeFile(folder));
  const world = createWorld({ store });
  const does = doing(world);
  const id = await does.opened(inviting());
  world.wait({ hours: 1, minutes: 20 });
  await does.sendBack(id, 'ada');
  world.wait({ minutes: 9 });
  await does.answer(id, 'ana');
  world.wait({ minutes: 31 });
  await does.approve(id, 'ada', 'Agreed with the customer.');
  await world.settle();
  world.wait({ days: 2 });
  await does.accept(id);
  await world.settle();
  await store.close();
  return (await handshake(`audit case ${id} --html --store ${folder}`)).out;
};
