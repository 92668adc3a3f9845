import { createMemoryStore } from '../../src/store/lowdb.ts';
import { storeContract } from './contract.ts';

storeContract('the store in memory', () => Promise.resolve({ store: createMemoryStore() }));
