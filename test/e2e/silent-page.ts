import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { setUp } from './browser.ts';
import type { Stage } from './browser.ts';

const PATIENCE = 5_000;

/** Waits until the page shows it; in the end says what it shows instead. */
export const shows = async <T>(read: () => Promise<T>, expected: T): Promise<void> => {
  const until = Date.now() + PATIENCE;
  let seen = await read();
  while (!isDeepStrictEqual(seen, expected) && Date.now() < until) {
    await pause(20);
    seen = await read();
  }
  assert.deepEqual(seen, expected);
};

/** Whatever a page must never do: fail, complain, or ask anybody but its own server. */
const listenTo = (page: Page, address: string): string[] => {
  const heard: string[] = [];
  page.on('pageerror', ({ message }) => heard.push(`exception: ${message}`));
  page.on('crash', () => heard.push('the page crashed'));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== new URL(address).origin) heard.push(`left the page's own origin: ${request.url()}`);
  });
  page.on('requestfailed', (request) => heard.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`));
  return heard;
};

type Run = (page: Page, address: string) => Promise<void>;

/** Runs it on a fresh page, and gives back what the page should not have done. */
export const openPage = async (browser: Browser, address: string, options: BrowserContextOptions, run: Run): Promise<string[]> => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const heard = listenTo(page, address);
  try {
    await run(page, address);
    return heard;
  } catch (error) {
    if (heard.length === 0) throw error;
    throw new Error([...heard, (error as Error).message].join('\n'), { cause: error });
  } finally {
    await context.close();
  }
};

/** What it gives back runs one test on a fresh page that must stay silent; server and browser are its own. */
export const onStage = (place: 'address' | 'outside', options: BrowserContextOptions = {}) => {
  let stage: Promise<Stage> | undefined;
  after(async () => {
    await (await stage)?.end();
  });
  return (title: string, run: Run, more: BrowserContextOptions = {}): void => {
    void test(title, async () => {
      stage ??= setUp();
      const { browser, [place]: address } = await stage;
      const heard = await openPage(browser, address, { ...options, ...more }, run);
      assert.deepEqual(heard, []);
    });
  };
};
