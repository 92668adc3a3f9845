import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { Instant } from '../../src/cases/time.ts';
import { languages } from '../../src/languages/speak.ts';
import { openPages } from '../customer-pages/visited.ts';
import type { Pages } from '../customer-pages/visited.ts';
import { contoso } from '../support/cases.ts';
import { launch } from './launch.ts';
import { tooLow, tooWide } from './fits.ts';
import { expectForEverybody } from './outside.ts';
import { invited } from './posted.ts';
import { openPage } from './silent-page.ts';

const FINGER = 28;
let browser: Browser;
let pages: Pages;
let letter = '';
let answers = '';

before(async () => {
  browser = await launch();
  pages = await openPages();
  letter = await pages.written(...invited);
  const about = { cloud: 'global', customer: contoso, caseId: null, asker: 'Ana Lindqvist' } as const;
  answers = (await pages.inviteAnswers('on the telephone', about)).code;
});
after(async () => {
  await browser.close();
  pages.close();
});

/** Nobody comes too often: every test is on another day. */
let days = 0;
const onScreen = (title: string, width: number, run: Parameters<typeof openPage>[3], colorScheme: 'light' | 'dark' = 'light') =>
  test(title, async () => {
    pages.set(new Date(Date.parse('2026-03-02T13:00:00Z') + ++days * 86_400_000).toISOString() as Instant);
    const heard = await openPage(browser, pages.base, { viewport: { width, height: 800 }, colorScheme }, run);
    // That an answer is missing is an answer of ours too; browsers complain of its number.
    assert.deepEqual(
      heard.filter((one) => !one.includes('422')),
      [],
    );
  });

for (const language of languages) {
  void onScreen(`On a telephone in ${language}: everything fits, and axe finds nothing`, 360, async (page, base) => {
    for (const path of ['/letter', `/letter/${letter}`, '/answers', `/answers/${answers}`]) {
      await page.goto(`${base}${path}?lang=${language}`);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.deepEqual(await page.evaluate(tooWide), [], path);
      const what = 'button, nav a, input[type="text"], fieldset label';
      assert.deepEqual(await page.evaluate(tooLow, { finger: FINGER, what }), [], path);
      await expectForEverybody(page);
    }
  });
}

void onScreen(
  'In the dark, on a wide screen: axe finds nothing either',
  800,
  async (page, base) => {
    for (const path of ['/letter', `/letter/${letter}`, `/answers/${answers}`]) {
      await page.goto(`${base}${path}`);
      await expectForEverybody(page);
    }
  },
  'dark',
);

void onScreen('Whoever has the letter types its code, and reads who sent it', 360, async (page, base) => {
  await page.goto(`${base}/letter`);
  await page.getByLabel('Code of the letter').fill(letter.toLowerCase());
  await page.getByRole('button', { name: 'Check' }).press('Enter');
  await page.getByRole('heading', { name: 'Nordlys Cloud AS has sent this letter', level: 1 }).waitFor();
});

void onScreen('Who forgets an answer is told which, and sends it then', 360, async (page, base) => {
  await page.goto(`${base}/answers/${answers}`);
  await page.getByLabel('Which subscription or service is it about?').fill('Business Premium');
  await page.getByLabel('From another Microsoft partner, who bills us').check();
  await page.getByLabel('It is running').check();
  await page.getByLabel('Name of your present partner').fill('Granitt IT AS');
  await page.getByRole('button', { name: 'Send the answers' }).click();
  await page.getByText('Please choose one answer.').waitFor();
  await expectForEverybody(page);
  assert.equal(await page.getByLabel('Which subscription or service is it about?').inputValue(), 'Business Premium');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Send the answers' }).click();
  await page.getByText('Answered on').waitFor();
});
