// Where the machine has a browser.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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

/** The browser, or the end with what to do about it. */
export const chromiumFor = (command) => {
  const chromium = findChromium();
  if (chromium !== undefined) return chromium;
  console.error(
    process.env.CHROMIUM
      ? `CHROMIUM names ${process.env.CHROMIUM}, which is not a program that can be run.`
      : 'This needs a browser, and no Chromium or Chrome was found on this machine.',
  );
  console.error('Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium),');
  console.error(`or say where it is: CHROMIUM=/path/to/chromium ${command}`);
  process.exit(1);
};
