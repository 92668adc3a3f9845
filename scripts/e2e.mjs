// The tests that need a browser, and with --pictures the README's pictures. The browser's driver is installed only here; the
// browser itself is the one that the machine has.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumFor } from './chromium.mjs';
import { install } from './setup.mjs';

const folder = fileURLToPath(new URL('../test/e2e/', import.meta.url));
const MOST_MILLISECONDS = 300_000;
const chromium = chromiumFor('npm run e2e');
install(folder);
const files = readdirSync(folder).filter((name) => name.endsWith('.e2e.ts'));
// `--pictures=play`: only those whose names begin so.
const pictures = process.argv.find((one) => /^--pictures(=|$)/.test(one));
const args = pictures
  ? [join(folder, 'pictures.ts'), pictures.slice('--pictures='.length)]
  : ['--test', '--test-reporter=spec', `--test-timeout=${MOST_MILLISECONDS}`, ...files.map((name) => join(folder, name))];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } });
process.exitCode = status ?? 1;
