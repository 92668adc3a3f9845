/** A process that opens a store and does what it is told on its standard input, a line a command. */
import { createInterface } from 'node:readline';
import { Database } from '../../src/store/database.ts';
import { StoreError } from '../../src/store/store-error.ts';

export type Told = 'opened' | 'closed' | `kept ${string}` | `refused ${string}`;

const tell = (told: Told): void => {
  console.log(told);
};

const [path = '', beatMs = '', staleMs = ''] = process.argv.slice(2);
const words = (error: unknown): string => (error instanceof StoreError ? `${error.trouble}: ${error.message}` : String(error));

try {
  const store = await Database.open<{ n: number; text: string }>(path, {
    lease: { beatMs: Number(beatMs), staleMs: Number(staleMs) },
  });
  tell('opened');
  for await (const line of createInterface(process.stdin)) {
    const [command = '', n = '0', length = '0'] = line.split(' ');
    if (command === 'close') break;
    await store
      .update((table) => table.set(`case/${n}`, { n: Number(n), text: 'x'.repeat(Number(length)) }))
      .then(
        () => {
          tell(`kept ${n}`);
        },
        (error: unknown) => {
          tell(`refused ${words(error)}`);
        },
      );
  }
  await store.close();
  tell('closed');
} catch (error) {
  tell(`refused ${words(error)}`);
}
