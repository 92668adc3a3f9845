import { storePlaceAt } from '../../ports/store-place.ts';
import { reasonOf, StoreError } from '../store-error.ts';
import { Connections } from './connections.ts';
import type { ConnectionOptions } from './connections.ts';
import { codeOf } from './refusals.ts';

const WHO = 'Look at the name in STORE_URL, and at the password: there, in PGPASSWORD, or in the file PGPASSFILE.';
const WHERE = 'Look whether the server runs there and can be reached from here.';

/** What whoever runs the bot can do about it, by the code with which the server says no. */
const advice: Readonly<Record<string, string>> = {
  '28000': WHO,
  '28P01': WHO,
  '3D000': 'Make the database first; its tables are made at the first start.',
};

/** Without the password, which belongs into no log. */
const nameOf = (url: string): string => {
  const place = storePlaceAt(url);
  if (place?.kind === 'postgres') return place.name;
  throw new StoreError('unusable', 'this is no address of a PostgreSQL database; one looks like postgres://USER@HOST/NAME');
};

const adviceFor = (error: unknown): string => {
  const code = codeOf(error);
  // What the driver says when it is asked for a password and has none.
  if (code === undefined) return reasonOf(error).includes('password') ? WHO : WHERE;
  return advice[code] ?? '';
};

/** The way to a database that has answered; where none does, it is said what can be done. */
export const reached = async (url: string, options: ConnectionOptions): Promise<Connections> => {
  const connections = new Connections(url, nameOf(url), options);
  try {
    await connections.rows('select 1');
    return connections;
  } catch (error) {
    await connections.close();
    if (!(error instanceof StoreError)) throw error;
    const { cause } = error;
    throw new StoreError(
      'unusable',
      `${connections.name}: cannot be opened (${reasonOf(cause)}). ${adviceFor(cause)}`.trim(),
      cause,
    );
  }
};
