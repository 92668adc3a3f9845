import { describe, expect, test } from '@jest/globals';
import { casesScreen } from '../../src/cards/cases-screen.ts';
import { homeScreen } from '../../src/cards/home-screen.ts';
import { refusalScreen } from '../../src/cards/refusal-screen.ts';
import { nearestRules, ruleScreen } from '../../src/cards/rule-screen.ts';
import { screens } from '../../src/cards/screens.ts';
import { whoScreen } from '../../src/cards/who-screen.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import type { Case } from '../../src/cases/case.ts';
import type { Person } from '../../src/cases/people.ts';
import { refused } from '../../src/commands/answer.ts';
import { viewOf } from '../../src/commands/offers-to.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { contradictions, rulebook } from '../../src/policy/index.ts';
import { examples, waysTo } from '../cases/lives/all.ts';
import { ana, bruno, dov, happens, on } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { house } from '../support/world.ts';

const english = speakerOf('en');

describe('a list of cases', () => {
  const numbered = (at: string, n: number): Case => given(happens('case-opened', at, { id: caseIdFor('ADM', `number ${n}`) }));
  const listed = (cases: readonly Case[], person: Person, total = cases.length, now = on('03-09 09:00')) =>
    screens.cases.parse(
      casesScreen({
        rows: cases.map((current) => ({ current, viewer: viewOf(person, current, house) })),
        total,
        speaker: english,
        now,
      }),
    );

  const first = numbered('03-02 09:00', 1);
  const second = numbered('03-04 09:00', 2);
  const ended = given(happens('case-opened', '02-01 09:00'), happens('case-declined', '02-02 09:00'));
  const withCustomer = given(...(waysTo('admin-relationship').get('awaiting-customer') ?? []));

  test('begins with what waits longest for the viewer, and ends with what is over', () => {
    expect(listed([ended, withCustomer, second, first], bruno).rows.map(({ id, waitsFor }) => [id, waitsFor])).toStrictEqual([
      [first.id, 'You'],
      [second.id, 'You'],
      [withCustomer.id, 'The customer'],
      [ended.id, null],
    ]);
  });

  test('says for whom it waits and since when', () => {
    const [row] = listed([first], ana).rows;
    expect(row).toMatchObject({
      customer: 'Contoso Bakeries',
      status: 'Waiting for approval',
      waitsFor: 'Admin agent',
      age: 'for 7 days',
    });
    expect(listed([first], ana, 1, on('03-02 20:00')).rows[0]?.age).toBe('since today');
    expect(listed([first], ana, 1, on('03-03 10:00')).rows[0]?.age).toBe('for 1 day');
  });

  test('does not tell who has to act to somebody without a part in it', () => {
    const asked = given(happens('case-opened', '03-02 09:00'), happens('case-sent-back', '03-03 09:00'));
    expect(listed([asked], bruno).rows[0]?.waitsFor).toBe('Ana Lindqvist');
    expect(listed([asked], dov).rows[0]?.waitsFor).toBeNull();
  });

  test('is never longer than twelve, says how many are left, and opens the first of them', () => {
    const many = Array.from({ length: 15 }, (_, n) => numbered('03-02 09:00', n));
    const screen = listed(many, bruno, 40);
    expect(screen.rows).toHaveLength(12);
    expect(screen.more).toBe('28 more are not shown.');
    expect(screen.buttons.map(({ verb, id }) => [verb, id])).toStrictEqual(screen.rows.slice(0, 5).map(({ id }) => ['view', id]));
    expect(listed([first], bruno).more).toBeNull();
  });

  test.each(languages)('can be said in %s', (language) => {
    const all = Object.values(examples).flatMap((lives) => lives.flatMap((moments) => moments.slice(-1).map(({ after }) => after)));
    for (let at = 0; at < all.length; at += 12) {
      const rows = all.slice(at, at + 12).map((current) => ({ current, viewer: viewOf(bruno, current, house) }));
      const screen = screens.cases.parse(casesScreen({ rows, total: 99, speaker: speakerOf(language), now: on('12-31 09:00') }));
      expect(JSON.stringify(screen)).not.toMatch(/undefined|NaN|\{\w+[,}]|"(?:case|status|kind|owner)\./);
    }
  });
});

describe('a rule', () => {
  test('is said with where and since when it holds, and on whose word', () => {
    const screen = screens.rule.parse(ruleScreen(' r-gdap-duration', english));
    expect(screen.id).toBe('R-GDAP-DURATION');
    expect(Object.fromEntries(screen.facts.map(({ name, value }) => [name, value]))).toMatchObject({
      'What it does': 'Refused',
      'Asked when': 'Ask for granular admin',
      Clouds: 'everywhere',
      'Holds from': '1 February 2022',
      Evidence: 'Read in the document',
    });
    expect(screen.sources.length).toBeGreaterThan(1);
  });

  test('of the house, and a disagreement between documents, are found as well', () => {
    expect(ruleScreen('H-LONGEST-DURATION', english)?.sources[0]).toContain('House rules');
    expect(ruleScreen('c-07', english)?.disagree).toHaveLength(3);
  });

  test('that there is not is null, and what it may have been is named', () => {
    expect(ruleScreen('R-NO-SUCH-THING', english)).toBeNull();
    expect(ruleScreen('toString', english)).toBeNull();
    expect(nearestRules('R-GDAP-DURATON')[0]).toMatch(/GDAP/);
    expect(nearestRules('gdap duration')[0]).toBe('R-GDAP-DURATION');
    expect(nearestRules('?')).toStrictEqual([]);
    expect(nearestRules('A'.repeat(100_000))).toStrictEqual([]);
  });

  test.each(languages)('all of them are said in %s', (language) => {
    const ids = [...rulebook.rules.map(({ id }) => id), ...Object.keys(contradictions), 'H-MAY-ASK'];
    for (const id of ids) {
      const screen = screens.rule.parse(ruleScreen(id, speakerOf(language)));
      expect(JSON.stringify(screen)).not.toMatch(/undefined|"(?:rule|flow|cloud|evidence|case)\.[a-zA-Z]/);
    }
  });
});

test('the first screen offers what one may type, six of it at a press', () => {
  const entries = Array.from({ length: 8 }, (_, n) => ({ title: `Title ${n}`, hint: 'What for', typed: `command ${n}` }));
  const screen = screens.home.parse(homeScreen({ entries, person: ana, speaker: english }));
  expect(screen.greeting).toContain('Ana Lindqvist');
  expect([screen.entries.length, screen.others.length]).toEqual([6, 2]);
  expect(screen.entries[0]).toMatchObject({ typed: 'command 0' });
  const same = homeScreen({ entries: [{ title: 'Cases', hint: 'What is open', typed: 'cases' }], person: ana, speaker: english });
  expect(same.entries).toEqual([{ title: 'Cases', hint: 'What is open', typed: null }]);
  expect(screen.buttons.map(({ verb, id }) => `${verb} ${id}`)).toStrictEqual([0, 1, 2, 3, 4, 5].map((n) => `say command ${n}`));
});

describe('who somebody is', () => {
  const who = (roles: Person['roles']) =>
    screens.notice.parse(
      whoScreen({ person: { id: 'x', name: 'Hal Vik', roles }, tenant: 'Nordlys Cloud AS', language: 'de', speaker: english }),
    );

  test('is said with company, roles and language', () => {
    expect(who(['sales_agent', 'operator'])).toMatchObject({
      title: 'Hal Vik',
      facts: [
        { name: 'Company', value: 'Nordlys Cloud AS' },
        { name: 'Roles', value: 'Sales agent and Operator of the bot' },
        { name: 'Language', value: 'Deutsch' },
      ],
    });
  });

  test('decides what they may do', () => {
    expect(who(['admin_agent']).lines).toHaveLength(2);
    expect(who(['sales_agent']).lines).toStrictEqual([english.say('case.may.ask')]);
    expect(who([]).lines).toStrictEqual([english.say('case.may.look')]);
    expect(who(['helpdesk_agent']).lines).toStrictEqual([english.say('case.may.look')]);
  });
});

describe('what was not done', () => {
  const about = { customer: 'Contoso Bakeries', buttons: [], speaker: english };
  const [decided] = given(happens('case-opened', '03-02 09:00')).decisions;

  test('is refused with its reason, and with what the rules say where they said no', () => {
    const byRules = refusalScreen(refused('rules', {}, decided ? [decided] : []), about);
    expect(byRules).toMatchObject({
      screen: 'refused',
      data: { why: 'The rules do not allow this.', customer: 'Contoso Bakeries' },
    });
    expect(screens.refused.parse(byRules.data).judged).not.toBeNull();
    expect(refusalScreen(refused('unknown-case', { id: 'ADM-1' }), about)).toMatchObject({
      data: { why: 'There is no case ADM-1.', judged: null },
    });
  });

  test('has failed with a reference, if there is one', () => {
    const says = { key: 'failure.unreachable', values: { service: 'Microsoft Graph' } };
    const { screen, data } = refusalScreen({ kind: 'failed', says }, { ...about, reference: 'K7Q' });
    expect(screen).toBe('failed');
    expect(screens.failed.parse(data)).toMatchObject({ why: expect.stringContaining('Microsoft Graph'), reference: 'K7Q' });
    expect(refusalScreen({ kind: 'unknown', says: { key: 'failure.unknown', values: {} } }, about).data).toMatchObject({
      reference: null,
    });
  });

  test('has a sentence also where nobody knows its own', () => {
    expect(refusalScreen({ kind: 'failed', says: { key: 'failure.of-old', values: {} } }, about).data.why).toBe(
      english.say('case.noReason'),
    );
  });
});
