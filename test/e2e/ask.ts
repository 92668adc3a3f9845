import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Cloud, FactPath, Flow } from '../../src/policy/index.ts';
import type { Language } from '../../src/languages/speak.ts';
import { onStage, openPage } from './silent-page.ts';

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

type Run = (ask: Ask) => Promise<void>;

export const openAsk = (browser: Browser, address: string, options: BrowserContextOptions, run: Run): Promise<string[]> =>
  openPage(browser, address, options, (page) => run(createAsk(page, address)));

/** What it gives back runs one test on a fresh page that must stay silent; server and browser are a file's own. */
export const onThePage = (options: BrowserContextOptions = {}) => {
  const onPage = onStage('address', options);
  return (title: string, run: Run, more: BrowserContextOptions = {}): void => {
    onPage(title, (page, address) => run(createAsk(page, address)), more);
  };
};
