import { chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createSecretFiles } from '../../src/tokens/secret-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'handshake-secrets-'));

describe('secrets in files', () => {
  test('are read as they were written, the last time', async () => {
    const secrets = createSecretFiles(join(folder(), 'new', 'folder'));
    expect(await secrets.read('sign-in')).toBeNull();
    await secrets.write('sign-in', 'one');
    await secrets.write('sign-in', 'two: Blåbær');
    expect(await secrets.read('sign-in')).toBe('two: Blåbær');
  });

  test('can be read by nobody else, whatever was there before', async () => {
    const place = folder();
    writeFileSync(join(place, 'sign-in'), 'old', { mode: 0o644 });
    chmodSync(join(place, 'sign-in'), 0o644);
    await createSecretFiles(place).write('sign-in', 'new');
    expect(statSync(join(place, 'sign-in')).mode & 0o777).toBe(0o600);
  });

  test('leave nothing behind when they cannot be written, and the one before stays', async () => {
    const place = folder();
    const secrets = createSecretFiles(place);
    mkdirSync(join(place, 'sign-in'));
    await expect(secrets.write('sign-in', 'new')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(place)).toEqual(['sign-in']);
  });

  test.each(['../sign-in', 'a/b', '', '.hidden', 'A', 'x'.repeat(201)])('%p is no name for one', async (name) => {
    const secrets = createSecretFiles(folder());
    await expect(secrets.read(name)).rejects.toThrow('is no name for a secret');
    await expect(secrets.write(name, 'x')).rejects.toThrow('is no name for a secret');
  });

  test('that are there and cannot be read are no secrets that are not there', async () => {
    const place = folder();
    mkdirSync(join(place, 'sign-in'));
    await expect(createSecretFiles(place).read('sign-in')).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
