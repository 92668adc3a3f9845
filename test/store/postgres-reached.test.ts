import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { refusingServer } from '../postgres/refusing-server.ts';
import { refusalOf } from './journals.ts';

const { env } = process;
afterEach(() => {
  process.env = env;
});

const openingAt = (url: string): Promise<string> => refusalOf(openPostgresStore(url, { patienceMs: 0 }));

/** What is told of a server that lets nobody in, and which passwords it was told. */
const refusedBy = async (who: string, ...refusal: Parameters<typeof refusingServer>) => {
  const { host, passwords, close } = await refusingServer(...refusal);
  const told = await openingAt(`postgres://${who}@${host}/cases`);
  await close();
  return { told: told.replace(host, 'HOST'), passwords };
};

/** A port at which nobody listens. */
const nobody = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const WHO = ' Look at the name in STORE_URL, and at the password: there, in PGPASSWORD, or in the file PGPASSFILE.';

describe('a database that lets nobody in is told in words, with what can be done, and never with the password', () => {
  test.each([
    ['28P01', 'password authentication failed', WHO],
    ['28000', 'no entry for this host', WHO],
    ['3D000', 'database "cases" does not exist', ' Make the database first; its tables are made at the first start.'],
    ['53400', 'limit exceeded', ''],
  ])('a server that says %s', async (code, words, advice) => {
    const { told, passwords } = await refusedBy('handshake:se%40cret', code, words);
    expect(told).toBe(`unusable: PostgreSQL at HOST/cases: cannot be opened (${words}).${advice}`);
    expect(passwords).toEqual(['se@cret']);
  });

  test('a password that is wanted and was not given', async () => {
    process.env = { ...env, PGPASSFILE: '/nowhere' };
    const { told } = await refusedBy('handshake', '28P01', 'no', 'proof');
    expect(told).toMatch(/: cannot be opened \(SASL: .*password.*\)\./);
    expect(told).toContain(WHO);
  });

  test.each(['127.0.0.1', 'localhost'])('nobody there at %s', async (host) => {
    const told = await openingAt(`postgres://handshake:secret@${host}:${await nobody()}/cases`);
    expect(told).toMatch(
      /: cannot be opened \(.*ECONNREFUSED.*\)\. Look whether the server runs there and can be reached from here\.$/,
    );
    expect(told).not.toContain('secret');
  });

  test('an address of something else', async () => {
    expect(await openingAt('mysql://handshake:secret@nowhere/cases')).toBe(
      'unusable: this is no address of a PostgreSQL database; one looks like postgres://USER@HOST/NAME',
    );
  });
});

describe('the password need not stand in the address', () => {
  test('it may stand in PGPASSWORD', async () => {
    process.env = { ...env, PGPASSWORD: 'of the environment' };
    expect((await refusedBy('handshake', '28P01', 'no')).passwords).toEqual(['of the environment']);
  });

  test('or in the file that PGPASSFILE names', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'handshake-password-')), 'pgpass');
    writeFileSync(file, '*:*:cases:handshake:of the file\n', { mode: 0o600 });
    process.env = { ...env, PGPASSFILE: file };
    expect((await refusedBy('handshake', '28P01', 'no')).passwords).toEqual(['of the file']);
  });
});
