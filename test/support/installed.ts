import { afterEach, beforeEach } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepared } from './doctor.ts';

const SIGN_IN = 'sign-in.global.7a11c0de-1111-4a10-8a10-0000000000a1';
const before = { ...process.env };

beforeEach(() => {
  process.env.SECRETS = mkdtempSync(join(tmpdir(), 'handshake-secrets-'));
});

afterEach(() => {
  process.env = { ...before };
});

/** Where the sign-in of this machine is kept. */
export const signInFile = (): string => join(process.env.SECRETS ?? '', SIGN_IN);

/** As a machine on which the bot is set up. */
export const installed = async () => {
  const {
    path,
    environment,
    secrets: kept,
    sandbox,
  } = await prepared(({ account }) => {
    account.webhook.issuers = [];
  });
  Object.assign(process.env, environment);
  writeFileSync(signInFile(), kept.kept.get(SIGN_IN) ?? '');
  return { path, sandbox };
};
