import { describe, expect, test } from '@jest/globals';
import { seenOf } from '../../src/cases/seen.ts';
import { aboutGdap, aboutReseller, azureId, bruno, contoso, happens, invite, otherAdminId } from '../support/cases.ts';
import { given } from '../support/given.ts';

const opened = happens('case-opened', '03-02 09:00', { approval: { people: 2, roles: ['admin_agent'] } });
const before = given(opened);
const [finding] = aboutReseller.findings;
if (finding === undefined) throw new Error('The example says something');

describe('what a decider saw is still so after', () => {
  test.each([
    ['a reminder', [happens('approvers-reminded', '03-03 09:00')]],
    ['the first of two has agreed', [happens('approval-given', '03-03 09:00')]],
    ['it was escalated', [happens('case-escalated', '03-05 09:00')]],
    ['somebody has taken it over', [happens('case-taken-over', '03-03 09:00')]],
    [
      'the rules were asked again and say the same',
      [happens('decisions-renewed', '03-03 09:00', { decisions: [aboutReseller, aboutGdap], approval: before.approval })],
    ],
    [
      'a dead letter was looked after',
      [happens('dead-letter-retried', '03-03 09:00'), happens('dead-letter-closed', '03-03 09:01', { actor: bruno })],
    ],
  ])('%s', (_what, events) => {
    expect(seenOf(given(opened, ...events))).toBe(seenOf(before));
  });

  test('a new edition of the rules that finds the same, and facts that nothing rests on', () => {
    const again = { ...aboutReseller, edition: { ...aboutReseller.edition, fingerprint: 'sha256:new' }, facts: {} };
    expect(seenOf({ ...before, decisions: [again, aboutGdap] })).toBe(seenOf(before));
  });
});

describe('what a decider saw is no longer so when there is another', () => {
  test.each([
    ['proposal', { ...before, proposal: invite('both', { durationDays: 30 }) }],
    ['paragraph in the letter', { ...before, proposal: { ...invite('both'), letter: { paragraph: 'Another one.' } } }],
    ['question to the rules', { ...before, asks: before.asks.slice(0, 1) }],
    ['finding', { ...before, decisions: [{ ...aboutReseller, findings: [] }, aboutGdap] }],
    [
      'number within a finding',
      {
        ...before,
        decisions: [{ ...aboutReseller, findings: [{ ...finding, says: { ...finding.says, values: { days: 3 } } }] }, aboutGdap],
      },
    ],
    ['verdict', { ...before, decisions: [{ ...aboutReseller, verdict: 'deny' as const }, aboutGdap] }],
    ['number of people who have to agree', { ...before, approval: { ...before.approval, people: 1 as const } }],
    ['role that may agree', { ...before, approval: { ...before.approval, roles: [] } }],
    ['customer', { ...before, customer: { ...contoso, name: 'Contoso Mills' } }],
    ['cloud', { ...before, cloud: 'us_gov' as const }],
    ['case', { ...before, id: otherAdminId }],
    ['kind of case', { ...before, id: azureId }],
  ])('%s', (_what, after) => {
    expect(seenOf(after as typeof before)).not.toBe(seenOf(before));
  });

  test('a question was answered', () => {
    const after = given(opened, happens('case-sent-back', '03-02 10:00'), happens('question-answered', '03-02 11:00'));
    expect(seenOf(after)).not.toBe(seenOf(before));
  });
});

test('it is short enough for a button', () => {
  expect(seenOf(before)).toMatch(/^[0-9a-f]{32}$/);
});
