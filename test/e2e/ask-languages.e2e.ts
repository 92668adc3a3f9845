import assert from 'node:assert/strict';
import { catalogues, speakerOf } from '../../src/languages/catalogues.ts';
import { languageNames, languages } from '../../src/languages/speak.ts';
import { decide, Flow } from '../../src/policy/index.ts';
import { situationOf } from '../support/situations.ts';
import { onThePage, toHash } from './ask.ts';
import type { Ask } from './ask.ts';
import { shows } from './silent-page.ts';

const onPage = onThePage();
const keys = Object.keys(catalogues.en);

/** All that is written on the page, folded parts and words for screen readers included. */
const allWords = (): string =>
  [
    document.title,
    document.body.textContent,
    ...[...document.querySelectorAll('*')].flatMap((one) =>
      ['aria-label', 'aria-valuetext', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    ),
  ].join('\n');

const slips =
  /\{[^}]*\}|\bundefined\b|\bNaN\b|\[object|\b(?:rule|value|fact|flow|verdict|severity|next|source|contradiction)\.[\w-]+/g;

const expectFinishedText = async ({ page }: Ask): Promise<void> => {
  const words = await page.evaluate(allWords);
  assert.deepEqual(words.match(slips) ?? [], []);
  const rawKeys = keys.filter((key) => words.includes(key));
  assert.deepEqual(rawKeys, []);
};

/** Situations whose answer shows much: refusals, a review, conditions, pages that disagree. */
const rich = [
  toHash({
    on: '2019-11-25',
    facts: { 'req.expects': ['take_over_subscriptions', 'change_terms'], 'customer.otherCspPartners': 1 },
  }),
  toHash({ on: '2019-03-20', facts: { 'customer.tenantKind': 'partner_corporate_tenant' } }),
  toHash({ on: '2023-02-01', facts: { 'actor.role': 'account_admin' } }),
  toHash({
    flow: 'azure_plan_transfer',
    on: '2023-10-15',
    facts: { 'xfer.requestAgeDays': 31, 'xfer.action': 'accept', 'item.includesReservations': true },
  }),
  toHash({
    flow: 'gdap_request',
    facts: { 'gdap.roles': ['global_administrator'], 'gdap.autoExtend': 'P180D', 'gdap.durationDays': 731 },
  }),
  toHash({ flow: 'relationship_request', cloud: 'us_gov', on: '2021-05-20' }),
  toHash({ flow: 'gdap_request', facts: { 'gdap.autoExtend': 'half a year' } }),
];

for (const language of languages) {
  const { say } = speakerOf(language);
  onPage(`In ${languageNames[language]}: everything is said, in every undertaking`, async (ask) => {
    await ask.go(toHash({ lang: language === 'en' ? 'de' : 'en', facts: { 'req.includeDap': true } }));
    await ask.page.locator('#language').selectOption(languageNames[language]);
    await shows(() => ask.page.getByRole('heading', { level: 1 }).innerText(), say('ask.title'));
    await shows(ask.verdict, say('verdict.deny'));
    assert.equal(await ask.page.locator('html').getAttribute('lang'), language);
    assert.ok((await ask.page.title()).startsWith(say('ask.title')));
    await expectFinishedText(ask);

    for (const flow of Flow.options) {
      await ask.page.locator('#flow').selectOption(say(`flow.${flow}`));
      const { verdict } = decide(situationOf({ flow, asOf: '2024-02-01', cloud: 'global' }));
      await shows(ask.verdict, say(`verdict.${verdict}`));
      await expectFinishedText(ask);
    }
    for (const hash of rich) {
      await ask.go(hash.replace('lang=en', `lang=${language}`));
      await shows(() => Promise.resolve(ask.page.url().includes(`lang=${language}`)), true);
      await expectFinishedText(ask);
    }
  });
}

onPage(
  'A browser set to Italian is greeted in Italian',
  async (ask) => {
    await ask.go('');
    await shows(() => ask.page.getByRole('heading', { level: 1 }).innerText(), catalogues.it['ask.title']);
  },
  { locale: 'it-IT' },
);

onPage(
  'A browser set to Chinese is greeted in Chinese',
  async (ask) => {
    await ask.go('');
    await shows(() => ask.page.getByRole('heading', { level: 1 }).innerText(), catalogues['zh-Hans']['ask.title']);
  },
  { locale: 'zh-CN' },
);

onPage(
  'A browser set to a language we do not speak is greeted in English',
  async (ask) => {
    await ask.go('');
    await shows(() => ask.page.getByRole('heading', { level: 1 }).innerText(), catalogues.en['ask.title']);
  },
  { locale: 'pt-BR' },
);

onPage('Who changes the language twice gets the second one, even when the first comes late', async (ask) => {
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  await ask.page.route('**/languages/es.json', async (route) => {
    await released;
    await route.continue();
  });
  await ask.go(toHash({}));
  await ask.page.locator('#language').selectOption(languageNames.es);
  await ask.page.locator('#language').selectOption(languageNames.de);
  await shows(() => ask.page.getByRole('heading', { level: 1 }).innerText(), catalogues.de['ask.title']);
  const late = ask.page.waitForResponse('**/languages/es.json');
  release(undefined);
  await (await late).finished();
  await ask.page.waitForTimeout(200);
  assert.equal(await ask.page.getByRole('heading', { level: 1 }).innerText(), catalogues.de['ask.title']);
});
