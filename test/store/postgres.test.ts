import { afterAll, beforeAll } from '@jest/globals';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { emptyPlace } from '../postgres/server.ts';
import { storeContract } from './contract.ts';

let place: Awaited<ReturnType<typeof emptyPlace>>;

beforeAll(async () => {
  place = await emptyPlace();
  await (await openPostgresStore(place.url)).close();
});
afterAll(() => place.remove());

const kinds = ['cases', 'events', 'effects', 'answers', 'sent_cards', 'heads', 'notes'];

storeContract('the store in PostgreSQL', async () => {
  // Sooner than making them anew for every test.
  await place.ask(`truncate ${kinds.map((kind) => `handshake_${kind}`).join()}`);
  let store = await openPostgresStore(place.url);
  const reopen = async () => {
    await store.close();
    return (store = await openPostgresStore(place.url));
  };
  return { store, reopen };
});
