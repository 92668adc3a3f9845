import assert from 'node:assert/strict';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { Flow } from '../../src/policy/index.ts';
import { onThePage, toHash } from './ask.ts';
import type { Ask } from './ask.ts';
import { shows } from './silent-page.ts';
import { readStop } from './stop.ts';
import type { Stop } from './stop.ts';

const onPage = onThePage();
const { say } = speakerOf('en');
const MOST_STOPS = 120;

const stopOf = ({ page }: Ask) => page.evaluate(readStop);

const tabTo = async (ask: Ask, id: string): Promise<void> => {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await ask.page.keyboard.press('Tab');
    if ((await stopOf(ask))?.id.startsWith(id)) return;
  }
  assert.fail(`${id} cannot be reached with the Tab key`);
};

/** All stops from the first to the last, until the keyboard leaves the page. */
const walk = async (ask: Ask, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> => {
  const stops: Stop[] = [];
  for (let stop: Stop | null = null; stops.length < MOST_STOPS; stops.push(stop)) {
    await ask.page.keyboard.press(key);
    stop = await stopOf(ask);
    if (stop === null) break;
  }
  return stops;
};

onPage('With the keyboard alone: choose the undertaking, move the day, answer a question', async (ask) => {
  const { keyboard } = ask.page;
  await ask.go(toHash({ flow: 'relationship_request', on: '2018-11-01' }));
  await shows(ask.verdict, 'Yes');

  await tabTo(ask, 'day');
  await keyboard.press('ArrowLeft');
  await shows(ask.verdict, 'No');
  await keyboard.press('ArrowRight');
  await shows(ask.verdict, 'Yes');
  assert.equal(await ask.page.locator('#day').getAttribute('aria-valuetext'), '1 November 2018');
  await keyboard.press('End');
  await shows(ask.verdict, 'Yes');

  await tabTo(ask, 'req.includeDap');
  await keyboard.press('ArrowLeft');
  await shows(ask.verdict, 'No');
  await keyboard.press('ArrowRight');
  await shows(ask.verdict, 'Yes');

  await tabTo(ask, 'customer.tenantKind');
  await keyboard.press('ArrowDown');
  await shows(ask.verdict, 'No');
  assert.ok((await ask.rules()).includes('R-NO-CSP-TO-CSP-RESALE'));
});

onPage('With the keyboard alone: the arrow keys go through the undertakings', async (ask) => {
  await ask.go(toHash({}));
  await tabTo(ask, 'flow');
  await ask.page.keyboard.press('ArrowDown');
  await shows(() => ask.page.getByRole('combobox', { name: say('ask.undertaking') }).inputValue(), say('flow.invitation_message'));
  await shows(() => Promise.resolve(ask.page.url().includes('flow=invitation_message')), true);
  await ask.page.keyboard.press('End');
  await shows(() => Promise.resolve(ask.page.url().includes('flow=partner_recognition')), true);
  assert.equal((await stopOf(ask))?.id, 'flow', 'the keyboard should stay where it is');
});

onPage('With the keyboard alone: a finding’s sources fold out, and a stretch of time can be chosen', async (ask) => {
  await ask.go(toHash({ facts: { 'req.includeDap': true } }));
  const summary = ask.page.locator('.findings summary:has(code)').first();
  await ask.page.locator('.answer').focus();
  for (let stops = 0; stops < MOST_STOPS && !(await stopOf(ask))?.what.includes('R-DAP-RETIRED'); stops++) {
    await ask.page.keyboard.press('Tab');
  }
  await ask.page.keyboard.press('Enter');
  await summary.locator('xpath=following-sibling::ul/li').first().waitFor({ state: 'visible' });
  for (let stops = 0; stops < MOST_STOPS && !(await stopOf(ask))?.what.includes('from'); stops++)
    await ask.page.keyboard.press('Tab');
  await ask.page.keyboard.press('Enter');
  await shows(() => ask.page.locator('output').innerText(), '1 July 2017');
});

const windows = { wide: { width: 1280, height: 900 }, narrow: { width: 700, height: 740 } };

for (const [size, viewport] of Object.entries(windows)) {
  for (const key of ['Tab', 'Shift+Tab'] as const) {
    onPage(
      `In a ${size} window the keyboard is always seen, ${key === 'Tab' ? 'forwards' : 'backwards'} through the page`,
      async (ask) => {
        for (const flow of ['relationship_request', 'azure_plan_transfer', 'gdap_request'] as const) {
          await ask.page.goto('about:blank');
          await ask.go(toHash({ flow, facts: { 'req.includeDap': true, 'xfer.requestAgeDays': 31, 'gdap.durationDays': 731 } }));
          const stops = await walk(ask, key);
          assert.ok(stops.length > 15 && stops.length < MOST_STOPS, `${String(stops.length)} stops`);
          assert.deepEqual(
            stops.filter(({ isRinged, isInSight, isCovered }) => !isRinged || !isInSight || isCovered),
            [],
          );
        }
      },
      { viewport },
    );
  }
}

onPage('Everything that can be operated has a name for those who cannot see it', async (ask) => {
  await ask.go(toHash({}));
  for (const flow of Flow.options) {
    await ask.page.locator('#flow').selectOption(say(`flow.${flow}`));
    const tree = await ask.page.locator('body').ariaSnapshot();
    const operable = tree
      .split('\n')
      .filter((line) => /- (?:button|checkbox|combobox|link|radio|slider|spinbutton|textbox|region)\b/.test(line));
    assert.ok(operable.length > 5);
    assert.deepEqual(
      operable.filter((line) => !/- \w+ "[^"]+"/.test(line)),
      [],
    );
    const groups = await ask.page.locator('fieldset, .question').all();
    assert.equal(await ask.page.getByRole('group', { name: /\S/ }).count(), groups.length);
  }
});

onPage('A typed date is followed', async (ask) => {
  await ask.go(toHash({ on: '2024-02-01', facts: { 'req.includeDap': true } }));
  const box = ask.page.locator('.exact input');
  await box.fill('2020-12-10');
  await shows(() => ask.page.locator('output').innerText(), '10 December 2020');
  await shows(async () => (await ask.verdict()).startsWith('Yes'), true);
  await shows(() => ask.page.locator('#day').inputValue(), '1512');
});
