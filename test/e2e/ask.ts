import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Cloud, FactPath, Flow } from '../../src/policy/index.ts';
import type { Language } from '../../src/languages/speak.ts';
import { setUp } from './browser.ts';
import type { Stage } from './browser.ts';

const PATIENCE = 5_000;
const MILLISECONDS_A_DAY = 86_400_000;
const FIRST_DAY_OF_THE_SLIDER = Date.parse('2016-10-20');

/** What the part of the address behind `#` asks. */
export interface Asked {
  lang?: Language;
  flow?: Flow;
  cloud?: Cloud;
  on?: string;
  facts?: Partial<Record<FactPath, unknown>>;
}

export const toHash = ({ facts = {}, ...place }: Asked): string =>
  new URLSearchParams({
    lang: 'en',
    flow: 'relationship_request',
    cloud: 'global',
    on: '2024-02-01',
    ...place,
    ...Object.fromEntries(Object.entries(facts).map(([path, answer]) => [path, JSON.stringify(answer)])),
  }).toString();

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

/** A new address on a page that is open already is followed a moment later. */
const drawn = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** “Ask the rulebook” as a person sees it. */
export interface Ask {
  readonly page: Page;
  readonly go: (hash: string) => Promise<void>;
  readonly verdict: () => Promise<string>;
  /** Of the findings in sight: refusals, conditions and reviews, then what is good to know. */
  readonly rules: () => Promise<string[]>;
  readonly question: (path: FactPath) => Locator;
  readonly choose: (path: FactPath, answer: string) => Promise<void>;
  readonly slideTo: (on: string) => Promise<void>;
  readonly text: () => Promise<string>;
}

const createAsk = (page: Page, address: string): Ask => {
  const question = (path: FactPath) => page.locator(`.question:has([id="${path}-label"])`);
  return {
    page,
    go: async (hash) => {
      await page.goto(`${address}#${hash}`);
      await page.locator('p.verdict').waitFor();
      await page.evaluate(drawn);
    },
    verdict: () => page.locator('p.verdict').innerText(),
    rules: () => page.locator('.findings > li > details > summary > code').allInnerTexts(),
    question,
    choose: async (path, answer) => {
      await question(path).getByLabel(answer, { exact: true }).check();
    },
    slideTo: async (on) => {
      const days = Math.round((Date.parse(on) - FIRST_DAY_OF_THE_SLIDER) / MILLISECONDS_A_DAY);
      await page.locator('#day').fill(String(days));
    },
    text: () => page.locator('body').innerText(),
  };
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

type Run = (ask: Ask) => Promise<void>;

export const openAsk = async (browser: Browser, address: string, options: BrowserContextOptions, run: Run): Promise<string[]> => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const heard = listenTo(page, address);
  try {
    await run(createAsk(page, address));
    return heard;
  } catch (error) {
    if (heard.length === 0) throw error;
    throw new Error([...heard, (error as Error).message].join('\n'), { cause: error });
  } finally {
    await context.close();
  }
};

/** What it gives back runs one test on a fresh page that must stay silent; server and browser are a file's own. */
export const onThePage = (options: BrowserContextOptions = {}) => {
  let stage: Promise<Stage> | undefined;
  after(async () => {
    await (await stage)?.end();
  });
  return (title: string, run: Run, more: BrowserContextOptions = {}): void => {
    void test(title, async () => {
      stage ??= setUp();
      const { browser, address } = await stage;
      const heard = await openAsk(browser, address, { ...options, ...more }, run);
      assert.deepEqual(heard, []);
    });
  };
};
