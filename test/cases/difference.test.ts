import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from '../../src/cases/case.ts';
import { differencesBetween, renewalDifferences } from '../../src/cases/difference.ts';
import type { Difference } from '../../src/cases/difference.ts';
import { Seen, seenIn } from '../../src/cases/seen-before.ts';
import { seenOf } from '../../src/cases/seen.ts';
import {
  aboutGdap,
  aboutReseller,
  contoso,
  handOut,
  happens,
  invite,
  moveAzure,
  otherAdminId,
  renew,
  switchOpened,
} from '../support/cases.ts';
import { given } from '../support/given.ts';

const invited = given(happens('case-opened', '03-02 09:00'));
const renewing = given(happens('case-opened', '03-02 09:00', { proposal: renew('anew') }));
const moved = given(switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')));
const asked = given(switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')), happens('case-sent-back', '03-02 10:00'));
const theirs: Case = { ...moved, proposal: handOut } as Case;

const between = (before: Case, after: unknown): Difference[] => differencesBetween(seenIn(before), seenIn(after as Case));
const whats = (before: Case, after: unknown): string[] => between(before, after).map(({ what }) => what);

const having = (current: Case, proposal: object): unknown => ({ ...current, proposal: { ...current.proposal, ...proposal } });
const gdap = { durationDays: 365, roles: ['Directory Readers'], autoExtend: false, purpose: 'other' };
const [finding] = aboutReseller.findings;
if (finding === undefined) throw new Error('The example says something');
const says = (values: object) => ({ ...finding, says: { ...finding.says, values } });
const decided = (current: Case, first: object): unknown => ({ ...current, decisions: [{ ...aboutReseller, ...first }, aboutGdap] });
const subject = { id: 'sub-1', name: 'Production', facts: { 'item.generation': 'azure_plan' } };

/** Everything that a decision rests on, each changed alone. */
const changes: readonly [what: string, before: Case, after: unknown, expected: readonly object[]][] = [
  [
    'a role more and another less',
    invited,
    having(invited, { gdap: { ...gdap, roles: ['Global Reader'] } }),
    [
      { what: 'roles', change: 'added', roles: ['Global Reader'] },
      { what: 'roles', change: 'removed', roles: ['Directory Readers'] },
    ],
  ],
  ['days', invited, having(invited, { gdap: { ...gdap, durationDays: 30 } }), [{ what: 'days', before: 365, now: 30 }]],
  ['extension', invited, having(invited, { gdap: { ...gdap, autoExtend: true } }), [{ what: 'extends', now: true }]],
  ['purpose', invited, having(invited, { gdap: { ...gdap, purpose: 'azure' } }), [{ what: 'purpose' }]],
  ['no granular admin any more', invited, having(invited, { gdap: null }), [{ what: 'wish' }]],
  ['no reseller tie any more', invited, having(invited, { reseller: null }), [{ what: 'wish' }]],
  ['an indirect tie', invited, having(invited, { reseller: { model: 'indirect', includeDap: false } }), [{ what: 'reseller' }]],
  [
    'the partner between',
    invited,
    having(invited, { reseller: { model: 'direct', includeDap: false, fellow: { name: 'F', tenant: null, partnerId: null } } }),
    [{ what: 'partner' }],
  ],
  ['the paragraph', invited, having(invited, { letter: { paragraph: 'Another one.' } }), [{ what: 'paragraph' }]],
  ['what was told', invited, having(invited, { told: { 'customer.tenantKind': 'csp_transaction_tenant' } }), [{ what: 'told' }]],
  ['what was told besides', invited, having(invited, { told: {} }), [{ what: 'told', paths: ['customer.tenantKind'] }]],
  ['how it is renewed', renewing, having(renewing, { how: 'extend' }), [{ what: 'wish' }]],
  ['what is renewed', renewing, having(renewing, { relationshipId: 'gdap-other' }), [{ what: 'other' }]],
  ['another end', renewing, having(renewing, { endsAt: null }), [{ what: 'other' }]],
  [
    'the procedure',
    moved,
    having(moved, { procedure: 'manual-switch' }),
    [{ what: 'procedure', before: 'azure-plan-transfer', now: 'manual-switch' }],
  ],
  ['the other partner', moved, having(moved, { otherPartner: null }), [{ what: 'partner' }]],
  ['reservations', moved, having(moved, { reservations: true }), [{ what: 'belongings' }]],
  ['marketplace', moved, having(moved, { marketplace: true }), [{ what: 'belongings' }]],
  [
    'a further item',
    moved,
    having(moved, { subjects: [subject, { ...subject, id: 'sub-2', name: 'Test' }] }),
    [{ what: 'subjects', change: 'added', names: ['Test'] }],
  ],
  [
    'another item',
    moved,
    having(moved, { subjects: [{ ...subject, id: 'sub-2', name: 'Test' }] }),
    [
      { what: 'subjects', change: 'added', names: ['Test'] },
      { what: 'subjects', change: 'removed', names: ['Production'] },
    ],
  ],
  [
    'what is known of an item',
    moved,
    having(moved, { subjects: [{ ...subject, facts: {} }] }),
    [{ what: 'subjects', change: 'changed', names: ['Production'] }],
  ],
  ['the transfer', theirs, having(theirs, { transferId: 'transfer-10' }), [{ what: 'other' }]],
  ['the contact', invited, { ...invited, customer: { ...contoso, contact: 'other@contoso.example' } }, [{ what: 'address' }]],
  ['the language', invited, { ...invited, customer: { ...contoso, language: 'es' } }, [{ what: 'address' }]],
  ['the customer', invited, { ...invited, customer: { ...contoso, name: 'Contoso Mills' } }, [{ what: 'customer' }]],
  ['the cloud', invited, { ...invited, cloud: 'us_gov' }, [{ what: 'customer' }]],
  ['the case', invited, { ...invited, id: otherAdminId }, [{ what: 'other' }]],
  ['what the rules are asked', invited, { ...invited, asks: invited.asks.slice(0, 1) }, [{ what: 'other' }]],
  [
    'a verdict',
    invited,
    decided(invited, { verdict: 'deny' }),
    [{ what: 'verdict', flow: 'relationship_request', before: aboutReseller.verdict, now: 'deny' }],
  ],
  [
    'a finding less',
    invited,
    decided(invited, { findings: aboutReseller.findings.slice(1) }),
    [{ what: 'finding', change: 'gone', rule: finding.rule }],
  ],
  [
    'a finding more',
    invited,
    decided(invited, { findings: [...aboutReseller.findings, { ...finding, rule: 'R-NEW' }] }),
    [{ what: 'finding', change: 'new', rule: 'R-NEW' }],
  ],
  [
    'a number within a finding',
    invited,
    decided(invited, { findings: [says({ days: 3 }), ...aboutReseller.findings.slice(1)] }),
    [{ what: 'finding', change: 'changed', rule: finding.rule }],
  ],
  ['a question less', invited, { ...invited, decisions: [aboutReseller] }, [{ what: 'verdict', flow: 'gdap_request', now: null }]],
  [
    'who has to agree',
    invited,
    { ...invited, approval: { people: 2, roles: ['global_admin'] } },
    [{ what: 'approval', people: 2, roles: ['global_admin'] }],
  ],
  ['the order of the answers', invited, { ...invited, decisions: [aboutGdap, aboutReseller] }, [{ what: 'other' }]],
];

describe('whatever a decision rests on gives a difference', () => {
  test.each(changes)('%s', (_what, before, after, expected) => {
    expect(between(before, after).slice(0, expected.length)).toMatchObject(expected);
    expect(seenOf(after as Case)).not.toBe(seenOf(before));
  });

  test('and what gives one does not hide behind “something else”', () => {
    for (const [, before, after, expected] of changes) {
      const isOther = expected.some((one) => 'what' in one && one.what === 'other');
      expect(whats(before, after).includes('other')).toBe(isOther);
    }
  });
});

describe('nothing has changed', () => {
  test('while nobody has changed what is proposed', () => {
    expect(whats(moved, asked)).toEqual([]);
    expect(whats(invited, { ...invited, requester: { ...invited.requester, name: 'Somebody else' } })).toEqual([]);
  });

  test('where the same rules say the same on other facts', () => {
    expect(whats(invited, decided(invited, { facts: {}, nextSteps: [], told: [] }))).toEqual([]);
  });
});

const cases = fc.constantFrom(invited, renewing, moved, theirs);
const pieces = fc.record({
  proposal: fc.constantFrom(
    {},
    { told: {} },
    { letter: { paragraph: 'Other' } },
    { gdap: { ...gdap, durationDays: 7 } },
    { subjects: [subject] },
  ),
  decisions: fc.subarray([aboutReseller, aboutGdap]),
  cloud: fc.constantFrom('global', 'us_gov'),
  asks: fc.constantFrom(invited.asks, moved.asks),
  contact: fc.constantFrom(null, 'it@contoso.example'),
});
const anyCase = fc.tuple(cases, pieces).map(([current, { proposal, contact, ...fields }]) => {
  const customer = { ...contoso, contact };
  return { ...current, ...fields, customer, proposal: { ...current.proposal, ...proposal } };
});

test('there is a difference exactly where a decision about the one does not count for the other', () => {
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      expect(whats(one as Case, other).length === 0).toBe(seenOf(one as Case) === seenOf(other as Case));
    }),
    { numRuns: 300 },
  );
});

describe('what is kept of a look', () => {
  test('comes back from a notebook as it was', () => {
    for (const current of [invited, renewing, moved, theirs]) {
      expect(Seen.parse(JSON.parse(JSON.stringify(seenIn(current))))).toEqual(seenIn(current));
    }
  });

  test('names nobody, and holds nothing that anybody wrote', () => {
    for (const current of [invited, renewing, moved, theirs]) {
      const kept = JSON.stringify(seenIn(current));
      for (const word of ['Contoso', 'contoso.example', 'Ana', 'Marta', 'Fabrikam']) expect(kept).not.toContain(word);
    }
  });
});

describe('a renewal beside what it renews', () => {
  test('differs in roles and days, and in nothing else', () => {
    const wanted = having(renewing, { gdap: { ...gdap, durationDays: 180, roles: ['Global Reader'], autoExtend: true } }) as Case;
    expect(renewalDifferences(invited, wanted)).toMatchObject([
      { what: 'roles', change: 'added' },
      { what: 'roles', change: 'removed' },
      { what: 'days', before: 365, now: 180 },
    ]);
  });

  test('may ask for just the same', () => {
    expect(renewalDifferences(invited, renewing)).toEqual([]);
  });

  test('of what had no roles has nothing to be compared with', () => {
    expect(renewalDifferences({ ...invited, proposal: invite('reseller') } as Case, renewing)).toEqual([]);
    expect(renewalDifferences(moved, renewing)).toEqual([]);
  });
});
