import { describe, expect, test } from '@jest/globals';
import { expectedOf, InputError, parseSituation } from '../../src/policy/index.ts';
import type { FactPath, Flow, Problem } from '../../src/policy/index.ts';
import { given } from '../support/situations.ts';

const usual = (facts: Record<string, unknown> = {}, flow: Flow = 'relationship_request') =>
  given({ flow, asOf: '2024-02-01', cloud: 'global', facts });

const refused = (input: unknown): InputError => {
  try {
    parseSituation(input);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('understood');
};
const problemsOf = (input: unknown): readonly Problem[] => refused(input).problems;

describe('what a situation keeps', () => {
  const about = { customer: ['contoso.example'], requester: { id: 'ada', roles: ['admin_agent'] } };

  test('its name and whom it is about, if they are told', () => {
    expect(parseSituation({ ...usual(), id: 'S-1', about })).toMatchObject({ id: 'S-1', about, asOf: 20240201 });
    expect(parseSituation({ ...usual(), id: '' })).toMatchObject({ id: '' });
  });

  test('and no more than was told', () => {
    expect(Object.keys(parseSituation(usual())).sort()).toEqual(['asOf', 'cloud', 'facts', 'flow']);
    expect(Object.keys(parseSituation({ ...usual(), id: 'S-1' })).sort()).toEqual(['asOf', 'cloud', 'facts', 'flow', 'id']);
    expect(Object.keys(parseSituation({ ...usual(), about })).sort()).toEqual(['about', 'asOf', 'cloud', 'facts', 'flow']);
  });
});

describe('how the trouble is told', () => {
  test('by an error with a name of its own', () => {
    expect(refused(null).name).toBe('InputError');
  });

  test('with no more of a long text than fits into a line', () => {
    const found = (length: number) => problemsOf({ ...usual(), flow: 'x'.repeat(length) })[0]?.found;
    expect(found(78)).toBe(`"${'x'.repeat(78)}"`);
    expect(found(79)).toBe(`"${'x'.repeat(76)}…`);
  });

  test('once, where the facts are no facts at all', () => {
    expect(problemsOf({ ...usual(), facts: 'all fine' })).toEqual([
      { path: 'facts', expected: 'an object of facts', found: '"all fine"' },
    ]);
  });

  test('for whom it is about by the place of the mistake', () => {
    const expected = 'customer (names), requester and approvers ({ id, roles })';
    expect(problemsOf({ ...usual(), about: { mood: 'good' } })).toEqual([{ path: 'about', expected, found: 'an object' }]);
    expect(problemsOf({ ...usual(), about: { customer: ['contoso.example', ''] } })).toEqual([
      { path: 'about.customer.1', expected, found: '""' },
    ]);
  });

  test('with an unknown flow by what the catalogue says of the fact', () => {
    const facts = { partner: { mpaSigned: 1 }, gdap: { name: 2 }, weather: true };
    expect(problemsOf({ ...usual(facts), flow: 'party' }).slice(1)).toEqual([
      { path: 'partner.mpaSigned', expected: 'true or false', found: '1' },
      { path: 'gdap.name', expected: 'text, or null', found: '2' },
      { path: 'weather', expected: 'only facts of the catalogue', found: 'an unknown fact' },
    ]);
  });

  test('and for a group that is none, even where null is known to nobody', () => {
    expect(problemsOf({ ...usual({ partner: 'mine' }), flow: 'party' }).slice(1)).toEqual([
      { path: 'partner', expected: 'an object of facts', found: '"mine"' },
    ]);
  });
});

test.each([
  ['partner.mpaSigned', 'true or false'],
  ['req.model', 'one of direct, indirect'],
  ['xfer.signatures', 'a list of current_partner, customer, new_partner'],
  ['gdap.durationDays', 'a whole number'],
  ['api.errorCode', 'a whole number, or null'],
  ['end.software', 'a whole number of at least 0'],
  ['xfer.itemCount', 'a whole number of at least 1'],
  ['msg.editedParagraphs', 'a list, each a whole number of at least 1'],
  ['gdap.roles', 'a list of role names in lower_snake_case, custom roles as custom:name'],
  ['attest.date', 'a day of the calendar, YYYY-MM-DD, or null'],
  ['gdap.autoExtend', 'an ISO 8601 duration such as P180D, or null'],
  ['partner.country', 'a two-letter country code'],
  ['gdap.name', 'text, or null'],
  ['no.such.fact', 'nothing'],
])('%s is expected to be %s', (path, expected) => {
  expect(expectedOf(path as FactPath)).toBe(expected);
});
