import { describe, expect, test } from '@jest/globals';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { storeContract } from './contract.ts';
import { newFile } from './journals.ts';

storeContract('the store in one file', async () => {
  const path = newFile();
  let store = await openLowdbStore(path);
  const reopen = async () => {
    await store.close();
    return (store = await openLowdbStore(path));
  };
  return { store, reopen };
});
