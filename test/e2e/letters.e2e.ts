import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { asHtml } from '../../src/letters/as-html.ts';
import { languages } from '../../src/languages/speak.ts';
import { everyLetter } from '../letters/every-letter.ts';
import { launch } from './launch.ts';
import { tooWide } from './fits.ts';
import { openPage } from './silent-page.ts';

/** A letter comes from nowhere: whatever it asked for would be heard. */
const NOWHERE = 'http://127.0.0.1:9';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What is said beside the text of a link, and where it goes. */
const misleading = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a')].filter((a) => a.textContent !== a.getAttribute('href')).map((a) => a.outerHTML),
  );

/**
 * A letter is no page with regions; whatever else keeps somebody from reading it is found. It has no paper of its own, which axe takes
 * for white also at night: contrasts are what a mail program makes of them, and are looked at by day.
 */
const unreadable = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const screens = [
  { name: 'a telephone', viewport: { width: 360, height: 740 }, colorScheme: 'light', isRead: true },
  { name: 'a telephone at night', viewport: { width: 360, height: 740 }, colorScheme: 'dark', isRead: false },
  { name: 'a desk', viewport: { width: 1280, height: 900 }, colorScheme: 'light', isRead: false },
] as const;

for (const language of languages) {
  for (const { name, isRead, ...screen } of screens) {
    void test(`Every letter in ${language} on ${name}: it fits, links say where they go, nothing is fetched`, async () => {
      const heard = await openPage(browser, NOWHERE, screen, async (page) => {
        for (const [kind, letter] of Object.entries(everyLetter(language))) {
          await page.setContent(asHtml(letter));
          assert.equal(await page.locator('html').getAttribute('lang'), language, kind);
          assert.deepEqual(await page.evaluate(tooWide), [], kind);
          assert.deepEqual(await misleading(page), [], kind);
          if (isRead) assert.deepEqual(await unreadable(page), [], kind);
        }
      });
      assert.deepEqual(heard, []);
    });
  }
}
