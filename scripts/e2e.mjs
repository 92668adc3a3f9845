// The tests that need a browser, and with --pictures the README's pictures. The browser's driver is installed only here; the
// browser itself is the one that the machine has.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './setup.mjs';

const folder = fileURLToPath(new URL('../test/e2e/', import.meta.url));
const MOST_MILLISECONDS = 300_000;
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isThere = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findChromium = () => {
  if (process.env.CHROMIUM) return isThere(process.env.CHROMIUM) ? process.env.CHROMIUM : undefined;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((place) => names.map((name) => join(place, name)));
  return [...onPath, ...usualPlaces].find(isThere);
};

const chromium = findChromium();
if (chromium === undefined) {
  console.error(
    process.env.CHROMIUM
      ? `CHROMIUM names ${process.env.CHROMIUM}, which is not a program that can be run.`
      : 'These tests need a browser, and no Chromium or Chrome was found on this machine.',
  );
  console.error('Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium),');
  console.error('or say where it is: CHROMIUM=/path/to/chromium npm run e2e');
  process.exit(1);
}

install(folder);
const files = readdirSync(folder).filter((name) => name.endsWith('.e2e.ts'));
const args = process.argv.includes('--pictures')
  ? [join(folder, 'pictures.ts')]
  : ['--test', '--test-reporter=spec', `--test-timeout=${MOST_MILLISECONDS}`, ...files.map((name) => join(folder, name))];
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } });
process.exitCode = status ?? 1;
