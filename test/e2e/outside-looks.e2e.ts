import assert from 'node:assert/strict';
import { languageNames, languages } from '../../src/languages/speak.ts';
import { words } from '../../src/sandbox/pages/words.ts';
import { tooLow, tooWide } from './fits.ts';
import { adminInvitation, everyPage, expectForEverybody, inLanguage, openAll } from './outside.ts';
import { onStage } from './silent-page.ts';

const FINGER = 32;
const onPage = onStage('outside');

/** Small words that no page can do without in English, and that none of the other languages has. */
const english = /\b(the|and|you|your|with|this|these|from|until|nobody|nothing)\b/i;

for (const language of ['es', 'ru', 'zh-Hans'] as const) {
  onPage(`In ${languageNames[language]}: every page says that it is, and no English is left over`, async (page, address) => {
    for (const path of everyPage) {
      await page.goto(`${address}${inLanguage(path, language)}`);
      await openAll(page);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.doesNotMatch(await page.locator('body').innerText(), english, path);
    }
    await page.goto(`${address}${inLanguage(adminInvitation, language)}`);
    await page.getByRole('heading', { name: words[language]['invite.what'], level: 2 }).waitFor();
    await page.getByRole('button', { name: words[language].accept }).waitFor();
  });
}

for (const language of languages) {
  onPage(
    `In a window of 320 px in ${languageNames[language]}: no page is wider, and what is tapped is at least ${String(FINGER)} px high`,
    async (page, address) => {
      for (const path of everyPage) {
        await page.goto(`${address}${inLanguage(path, language)}`);
        await openAll(page);
        assert.deepEqual(await page.evaluate(tooWide), [], path);
        const what = 'button, select, summary, .choice, input[type="search"], input[type="text"], a:not(.skip)';
        assert.deepEqual(await page.evaluate(tooLow, { finger: FINGER, what }), [], path);
      }
    },
    { viewport: { width: 320, height: 740 }, isMobile: true, hasTouch: true },
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  onPage(
    `For everybody, in ${colorScheme} colours: axe finds nothing on any page`,
    async (page, address) => {
      for (const path of everyPage) {
        await page.goto(`${address}${path}`);
        await openAll(page);
        await expectForEverybody(page);
      }
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(paper, colorScheme === 'light' ? 'rgb(245, 245, 245)' : 'rgb(31, 31, 31)');
    },
    { colorScheme },
  );
}
