import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';

/** Says where Chromium lies; `npm run e2e` looks for it. */
const usual = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium has no sandbox for root; everybody else keeps theirs. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The browser that the machine has. */
export const launch = ({ executablePath = usual, args = [], ...more }: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({ ...more, executablePath, args: [...sandbox, '--disable-gpu', ...args] });
