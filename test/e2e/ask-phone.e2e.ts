import assert from 'node:assert/strict';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languageNames, languages } from '../../src/languages/speak.ts';
import { Flow } from '../../src/policy/index.ts';
import { onThePage, toHash } from './ask.ts';
import type { Ask } from './ask.ts';
import { tooLow, tooWide } from './fits.ts';
import { shows } from './silent-page.ts';

const HEIGHT = 740;
const FINGER = 32;
const onPage = onThePage({ viewport: { width: 360, height: HEIGHT }, hasTouch: true, isMobile: true });

const expectFits = async ({ page }: Ask): Promise<void> => {
  assert.deepEqual(await page.evaluate(tooWide), []);
};

const wordy = [
  toHash({
    on: '2019-11-25',
    facts: { 'req.expects': ['take_over_subscriptions', 'change_terms'], 'customer.otherCspPartners': 1 },
  }),
  toHash({ flow: 'gdap_request', facts: { 'gdap.roles': ['global_administrator'], 'gdap.autoExtend': 'half a year' } }),
  toHash({
    flow: 'azure_plan_transfer',
    on: '2023-10-15',
    facts: { 'xfer.requestAgeDays': 31, 'item.includesReservations': true },
  }),
];

for (const language of languages) {
  const { say } = speakerOf(language);
  onPage(`On a phone in ${languageNames[language]}: nothing is wider than the screen`, async (ask) => {
    await ask.go(toHash({ lang: language }));
    for (const flow of Flow.options) {
      await ask.page.locator('#flow').selectOption(say(`flow.${flow}`));
      await shows(() => ask.page.locator('#flow').inputValue(), say(`flow.${flow}`));
      await expectFits(ask);
    }
    for (const hash of wordy) {
      await ask.go(hash.replace('lang=en', `lang=${language}`));
      await expectFits(ask);
      await ask.page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      await expectFits(ask);
    }
  });
}

onPage('On a phone: the verdict is in sight without scrolling and follows the answers', async (ask) => {
  await ask.go(toHash({}));
  const peek = ask.page.locator('.peek');
  const box = await peek.boundingBox();
  assert.ok(box !== null && box.y >= 0 && box.y + box.height <= HEIGHT, 'the verdict should be on the screen');
  await shows(() => peek.innerText(), 'Yes ↓');
  await ask.question('req.includeDap').getByText('Yes', { exact: true }).tap();
  await shows(() => peek.innerText(), 'No ↓');
  assert.ok(await peek.isVisible());
});

onPage('On a phone: a tap on the verdict goes to the reasons', async (ask) => {
  await ask.go(toHash({ facts: { 'req.includeDap': true } }));
  await ask.page.locator('.peek').tap();
  const top = async () => (await ask.page.locator('p.verdict').boundingBox())?.y ?? Infinity;
  await shows(async () => (await top()) >= 0 && (await top()) < HEIGHT / 2, true);
  await shows(() => ask.page.locator('.peek').isVisible(), false);
  await ask.question('req.includeDap').getByText('No', { exact: true }).tap();
  await shows(() => ask.page.locator('.peek').isVisible(), true);
});

onPage(
  'In a narrow window: a click on the verdict goes to the reasons',
  async (ask) => {
    await ask.go(toHash({ facts: { 'req.includeDap': true } }));
    await ask.page.locator('.peek').click();
    await shows(async () => ((await ask.page.locator('p.verdict').boundingBox())?.y ?? Infinity) < HEIGHT / 2, true);
  },
  { hasTouch: false, isMobile: false, viewport: { width: 700, height: HEIGHT } },
);

onPage(
  'In a narrow window: the keyboard reaches the verdict and goes to the reasons with Enter',
  async (ask) => {
    await ask.go(toHash({ facts: { 'req.includeDap': true } }));
    await ask.page.locator('form input').last().focus();
    await ask.page.keyboard.press('Tab');
    assert.equal(await ask.page.evaluate(() => document.activeElement?.className), 'peek verdict deny');
    await ask.page.keyboard.press('Enter');
    await shows(async () => ((await ask.page.locator('p.verdict').boundingBox())?.y ?? Infinity) < HEIGHT / 2, true);
  },
  { hasTouch: false, isMobile: false, viewport: { width: 700, height: HEIGHT } },
);

onPage(`On a phone: whatever is tapped is at least ${String(FINGER)} px high`, async (ask) => {
  await ask.go(toHash({}));
  for (const flow of Flow.options) {
    await ask.page.locator('#flow').selectOption(speakerOf('en').say(`flow.${flow}`));
    assert.deepEqual(await ask.page.evaluate(tooLow, { finger: FINGER, what: 'button, select, .choice, summary' }), []);
  }
});
