import assert from 'node:assert/strict';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { decide, Flow, rulebook } from '../../src/policy/index.ts';
import type { FactPath } from '../../src/policy/index.ts';
import { given, scenarioDefaults, scenarios, situationOf } from '../support/situations.ts';
import { onThePage, toHash } from './ask.ts';
import type { Asked } from './ask.ts';
import { shownAnswers, shownFor } from './form.ts';
import { shows } from './silent-page.ts';

const onPage = onThePage();
const english = speakerOf('en');
const { say } = english;

const lookUp = (facts: unknown, path: FactPath): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], facts);

onPage(
  'The page decides by itself: a request with delegated administration in 2024 is refused, with rule and source',
  async (ask) => {
    await ask.go('lang=en&flow=relationship_request&cloud=global&on=2024-02-01');
    await shows(ask.verdict, 'Yes');

    await ask.choose('req.includeDap', 'Yes');
    await shows(ask.verdict, 'No');
    assert.ok((await ask.rules()).includes('R-DAP-RETIRED'));
    const finding = ask.page.locator('.findings > .deny', { hasText: 'R-DAP-RETIRED' });
    await finding.locator('summary').last().click();
    await finding.locator('details[open] > ul > li').first().waitFor({ state: 'visible' });
    assert.match(await finding.innerText(), /D-DAP 2023-/);
  },
);

onPage('The server forbids the page to load or send anything elsewhere', async ({ page, go }) => {
  await go('');
  const answer = await page.reload();
  assert.match(answer?.headers()['content-security-policy'] ?? '', /^default-src 'none'; script-src 'self';.*connect-src 'self'/);
});

onPage('The day slider: what is refused in 2024 was possible in 2020', async (ask) => {
  await ask.go(toHash({ on: '2024-02-01', facts: { 'req.includeDap': true } }));
  await shows(ask.verdict, 'No');
  await ask.slideTo('2020-12-10');
  await shows(() => ask.page.locator('output').innerText(), '10 December 2020');
  await shows(async () => (await ask.verdict()).startsWith('Yes'), true);
  assert.ok(!(await ask.rules()).includes('R-DAP-RETIRED'));
});

/** Situations whose answer changes from one day to the next; the last column is the rule behind one of the two. */
const turns: readonly (Asked & {
  about: string;
  lastDay: string;
  nextDay: string;
  was: string;
  is: string;
  rule: string;
  source: string;
})[] = [
  {
    about: '2018: delegated administration becomes optional',
    lastDay: '2018-10-31',
    nextDay: '2018-11-01',
    was: 'No',
    is: 'Yes',
    rule: 'R-DAP-MANDATORY-OLD',
    source: 'D-REQ-18 2018-11-01',
  },
  {
    about: '2020: a partner may be a customer with its corporate tenant',
    lastDay: '2020-05-11',
    nextDay: '2020-05-12',
    facts: { 'customer.tenantKind': 'partner_corporate_tenant' },
    was: 'A person has to decide',
    is: 'Yes',
    rule: 'R-CSP-CORP-TENANT-OK',
    source: 'D-REL 2020-05-12',
  },
  {
    about: '2023: delegated administration leaves the request',
    lastDay: '2023-10-08',
    nextDay: '2023-10-09',
    facts: { 'req.includeDap': true },
    was: 'Yes',
    is: 'No',
    rule: 'R-DAP-RETIRED',
    source: 'D-DAP 2023-',
  },
  {
    about: '2024: a licence may move from one partner to another',
    lastDay: '2024-06-18',
    nextDay: '2024-06-19',
    flow: 'channel_check',
    facts: { 'req.intent': 'move_billing' },
    was: 'No',
    is: 'Yes, with conditions',
    rule: 'R-LIC-NCE-TRANSFER',
    source: 'T-CC 2024-06-19',
  },
];

for (const { about, lastDay, nextDay, was, is, rule, source, ...asked } of turns) {
  onPage(`The answer turns on the very day, ${about}`, async (ask) => {
    await ask.go(toHash({ ...asked, on: lastDay }));
    await shows(ask.verdict, was);
    const before = await ask.rules();
    const sourcesBefore = await ask.page.locator('.findings').allTextContents();

    await ask.slideTo(nextDay);
    await shows(ask.verdict, is);
    const after = await ask.rules();
    const sourcesAfter = await ask.page.locator('.findings').allTextContents();
    assert.notEqual(before.includes(rule), after.includes(rule), `${rule} should be named on one of the two days`);
    assert.ok([...sourcesBefore, ...sourcesAfter].join('\n').includes(source), `${source} should be cited`);
  });
}

onPage('The band below the answer leads to the day on which it changed', async (ask) => {
  await ask.go(toHash({ on: '2024-02-01' }));
  await shows(ask.verdict, 'Yes');
  await ask.page.locator('.stretches button').first().click();
  await shows(ask.verdict, 'No');
  await shows(() => ask.page.locator('.stretches button').first().getAttribute('aria-current'), 'date');
});

onPage('Every undertaking asks only what it needs, shows the usual answers and gets the answer of the rulebook', async (ask) => {
  await ask.go(toHash({}));
  const picker = ask.page.getByLabel(say('ask.undertaking'));
  assert.deepEqual(
    await picker.locator('option').allInnerTexts(),
    Flow.options.map((flow) => say(`flow.${flow}`)),
  );
  for (const flow of [...Flow.options, ...Flow.options.toReversed()]) {
    await picker.selectOption(say(`flow.${flow}`));
    const needs = rulebook.needs[flow];
    const example = { flow, asOf: '2024-02-01', cloud: 'global' } as const;
    const { facts } = given(example);
    const expected = Object.fromEntries(needs.map((path) => [path, shownFor(path, lookUp(facts, path), english)]));
    await shows(() => ask.page.locator('.question').count(), needs.length);
    await shows(() => shownAnswers(ask), expected);
    await shows(ask.verdict, say(`verdict.${decide(situationOf(example)).verdict}`));
  }
});

onPage(`All ${String(scenarios.length)} worked scenarios get the answer that the rulebook prescribes`, async (ask) => {
  await ask.go(toHash({}));
  for (const { id, flow, asOf, cloud, facts, expected } of scenarios) {
    const known = { ...scenarioDefaults, ...facts };
    const answerTo = (path: FactPath) => lookUp(facts, path) ?? lookUp(known, path) ?? lookUp(scenarioDefaults, path);
    const answers = Object.fromEntries(rulebook.needs[flow].map((path) => [path, answerTo(path)]));
    await ask.go(toHash({ flow, on: asOf, cloud, facts: answers }));
    const seen = async () => ({ id, verdict: await ask.verdict(), rules: (await ask.rules()).toSorted() });
    await shows(seen, {
      id,
      verdict: say(`verdict.${expected.verdict as 'allow'}`),
      rules: [...expected.rules, ...expected.informs].toSorted(),
    });
  }
});
