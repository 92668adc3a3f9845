import { describe, expect, test } from '@jest/globals';
import { casesScreen } from '../../src/cards/cases-screen.ts';
import type { BoardWish } from '../../src/cards/board-wish.ts';
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
  const whole: BoardWish = { filter: 'all', customer: null, page: 1 };
  const board = (cases: readonly Case[], person: Person, more: Partial<Parameters<typeof casesScreen>[0]> = {}) =>
    screens.cases.parse(
      casesScreen({
        rows: cases.map((current) => ({ current, viewer: viewOf(person, current, house) })),
        wish: whole,
        counts: { all: cases.length, mine: 0, waiting: 0 },
        speaker: english,
        now: on('03-09 09:00'),
        house,
        typed: ({ filter, customer, page }) => ['cases', filter, customer, page].join(' '),
        ...more,
      }),
    );
  const listed = (cases: readonly Case[], person: Person, now = on('03-09 09:00')) => board(cases, person, { now });

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
    expect(listed([first], ana, on('03-02 20:00')).rows[0]?.age).toBe('since today');
    expect(listed([first], ana, on('03-03 10:00')).rows[0]?.age).toBe('for 1 day');
  });

  test('does not tell who has to act to somebody without a part in it', () => {
    const asked = given(happens('case-opened', '03-02 09:00'), happens('case-sent-back', '03-03 09:00'));
    expect(listed([asked], bruno).rows[0]?.waitsFor).toBe('Ana Lindqvist');
    expect(listed([asked], dov).rows[0]?.waitsFor).toBeNull();
  });

  const many = Array.from({ length: 40 }, (_, n) => numbered('03-02 09:00', n));

  test('has pages of twelve, says where one is, and turns to the next and back', () => {
    const [one, two, four] = [1, 2, 4].map((page) => board(many, bruno, { wish: { ...whole, page } }));
    expect([one, two, four].map((screen) => [screen?.rows.length, screen?.more])).toStrictEqual([
      [12, '1–12 of 40'],
      [12, '13–24 of 40'],
      [4, '37–40 of 40'],
    ]);
    const turning = [one, two, four].map((screen) => screen?.buttons.filter(({ verb }) => verb === 'say').map(({ id }) => id));
    expect(turning).toStrictEqual([['cases all  2'], ['cases all  3', 'cases all  1'], ['cases all  3']]);
    expect(one?.buttons).toHaveLength(6);
    expect(one?.buttons.slice(0, 5).map(({ verb, id }) => [verb, id])).toStrictEqual(
      one?.rows.slice(0, 5).map(({ id }) => ['view', id]),
    );
    expect(board([first], bruno).more).toBeNull();
  });

  test('shows the last page where there is no such page any more', () => {
    expect(board(many.slice(0, 13), bruno, { wish: { ...whole, page: 9 } })).toMatchObject({ more: '13–13 of 13' });
    expect(board([], bruno, { wish: { ...whole, page: 3 } })).toMatchObject({ rows: [], more: null, chart: null });
  });

  test('offers only filters that would leave something else', () => {
    const offered = (counts: { all: number; mine: number; waiting: number }, wish = whole) =>
      board(wish === whole ? [first, second, withCustomer] : [first], bruno, { counts, wish }).buttons.flatMap(({ verb, title }) =>
        verb === 'say' ? [title] : [],
      );
    expect(offered({ all: 3, mine: 0, waiting: 3 })).toEqual([]);
    expect(offered({ all: 3, mine: 1, waiting: 2 })).toEqual(['Waiting for you (2)', 'Asked by you (1)']);
    expect(offered({ all: 3, mine: 1, waiting: 2 }, { ...whole, filter: 'waiting' })).toEqual(['Asked by you (1)', 'All cases']);
    expect(offered({ all: 3, mine: 3, waiting: 0 }, { ...whole, customer: 'Contoso' })).toEqual(['All cases']);
  });

  test('says which of them it shows, and that there is nothing about a customer', () => {
    const lead = (more: Parameters<typeof board>[2]) => board([first], bruno, more).lead;
    expect([lead({}), lead({ wish: { ...whole, filter: 'waiting' } })]).toEqual([null, 'What waits for you']);
    expect(lead({ wish: { ...whole, customer: 'Contoso' } })).toBe('Open cases of “Contoso”');
    expect(lead({ wish: { ...whole, customer: 'Tailspin' }, isElsewhere: true })).toContain('No open case of yours');
  });

  test('counts what is in which state, the most first, and says the same in words', () => {
    const { chart } = listed([first, second, withCustomer], ana);
    expect(chart?.bars.map(({ name, count, share }) => [name, count, share])).toEqual([
      ['Waiting for approval', 2, 99],
      ['Waiting for the customer', 1, 50],
    ]);
    expect(chart?.summary).toBe('Waiting for approval: 2 and Waiting for the customer: 1');
    expect(listed([first, second], ana).chart).toBeNull();
  });

  test('says until when, and begins with what is late among what waits for others', () => {
    expect(listed([first], ana).rows[0]).toMatchObject({ due: 'until 1 April 2026', dueTone: 'default' });
    const late = board([second, withCustomer], ana, { now: on('12-01 09:00') }).rows;
    expect(late.map(({ dueTone }) => dueTone)).toEqual(['attention', 'attention']);
    expect(late[0]?.due).toMatch(/^overdue since/);
    expect(board([first], dov).rows[0]?.due).toBeNull();
  });

  test.each(languages)('can be said in %s', (language) => {
    const all = Object.values(examples).flatMap((lives) => lives.flatMap((moments) => moments.slice(-1).map(({ after }) => after)));
    for (let at = 0; at < all.length; at += 12) {
      const screen = board(all.slice(at, at + 12), bruno, { speaker: speakerOf(language), now: on('12-31 09:00') });
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
