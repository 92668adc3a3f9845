import { describe, expect, test } from '@jest/globals';
import { caseScreen } from '../../src/cards/case-screen.ts';
import type { CaseView } from '../../src/cards/case-screen.ts';
import { changedIn } from '../../src/cards/case-difference.ts';
import { screens } from '../../src/cards/screens.ts';
import type { Case } from '../../src/cases/case.ts';
import { seenIn } from '../../src/cases/seen-before.ts';
import { viewOf } from '../../src/commands/offers-to.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { aboutGdap, ana, bruno, chiara, happens, invite, moveAzure, on, renew, ruled, switchOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { house } from '../support/world.ts';

const english = speakerOf('en');
const screenFor = (current: Case, compared: CaseView['compared'], person = chiara) => {
  const viewer = viewOf(person, current, house);
  const view = { speaker: english, now: on('03-09 09:00'), typed: () => '-', house, current, viewer };
  return screens.case.parse(caseScreen({ ...view, ...(compared !== undefined && { compared }) }));
};
const seen = (current: Case) => ({ with: 'seen', seen: seenIn(current) }) as const;

const opened = happens('case-opened', '03-02 09:00');
const asked = given(opened);
const kept = { asks: [...asked.asks], decisions: [...asked.decisions] };

describe('after a question', () => {
  const back = [opened, happens('case-sent-back', '03-02 10:00')];

  test('and an answer with other terms, the decider is told what is another', () => {
    const roles = { durationDays: 180, roles: ['Global Reader'], autoExtend: true };
    const now = given(...back, happens('question-answered', '03-02 11:00', { ...kept, proposal: invite('both', roles) }));
    expect(screenFor(now, seen(asked))).toMatchObject({
      changedTitle: 'Since you last looked',
      changed: [
        expect.stringMatching(/^Roles added: Global Reader/),
        expect.stringMatching(/^Roles removed: Directory Readers/),
        'Length: 180 days, before: 365 days',
        'It now extends itself.',
      ],
    });
  });

  test('and an answer in words alone, there is nothing to tell', () => {
    const same = happens('question-answered', '03-02 11:00', { ...kept, proposal: invite('both') });
    expect(screenFor(given(...back, same), seen(asked)).changed).toEqual([]);
  });

  test('that another number of people has to agree, and who, is said', () => {
    const approval = (people: 1 | 2, roles: Case['approval']['roles']): Case => ({ ...asked, approval: { people, roles } });
    const changed = (before: Case, now: Case): string[] => changedIn(seen(before), { current: now, speaker: english }).changed;
    expect(changed(approval(1, ['admin_agent']), approval(2, ['admin_agent', 'global_admin']))).toEqual([
      '2 approvals are needed now; who may approve: Admin agent and Global admin.',
    ]);
    expect(changed(approval(1, ['admin_agent']), approval(1, []))).toEqual([
      'Nobody may approve it any more, as the rules of your company stand.',
    ]);
  });

  test('several roles are told apart, each with what it does', () => {
    const roles = { durationDays: 365, roles: ['directory_readers', 'user_administrator', 'groups_administrator'] };
    const now = given(...back, happens('question-answered', '03-02 11:00', { ...kept, proposal: invite('both', roles) }));
    expect(screenFor(now, seen(asked)).changed[0]).toMatch(
      /^Roles added: Directory Readers – [^;]+; User Administrator – [^;]+; Groups/,
    );
  });

  test('whoever cannot decide is told nothing of it', () => {
    const now = given(...back, happens('question-answered', '03-02 11:00', kept));
    expect(screenFor(now, seen(asked), ana).changed).toEqual([]);
    expect(screenFor(given(...back), seen(now)).changed).toHaveLength(1);
  });
});

describe('a renewal that is new to whoever decides', () => {
  const renewal = (terms: object): Case =>
    given(happens('case-opened', '03-02 09:00', { proposal: { ...renew('anew'), gdap: { ...renew('anew').gdap, ...terms } } }));

  test('is compared with what it renews, in roles and days', () => {
    const wanted = renewal({ durationDays: 90, roles: ['Directory Readers', 'Global Reader'] });
    expect(screenFor(wanted, { with: 'renewed', renewed: asked })).toMatchObject({
      changedTitle: 'Compared with what runs now',
      changed: [expect.stringMatching(/^Roles added: Global Reader/), 'Length: 90 days, before: 365 days'],
    });
  });

  test('for the same roles and days says so', () => {
    expect(screenFor(renewal({}), { with: 'renewed', renewed: asked }).changed).toEqual([
      'The same roles, for the same number of days.',
    ]);
  });

  test('is compared with what was seen of it, once something of it has changed', () => {
    const later = renewal({ durationDays: 30 });
    expect(screenFor(later, seen(renewal({}))).changed).toEqual(['Length: 30 days, before: 365 days']);
  });
});

describe('after a changed rule', () => {
  const day = { asOf: '2026-03-05', cloud: 'global' } as const;
  const reseller = ruled({ ...day, flow: 'relationship_request', facts: { customer: { tenantKind: 'csp_transaction_tenant' } } });
  const approved = [opened, happens('approval-given', '03-03 09:00'), happens('case-approved', '03-03 09:00')];

  test('what it says now is told, and what it says no longer', () => {
    const now = given(opened, happens('decisions-renewed', '03-05 09:00', { decisions: [reseller, aboutGdap] }));
    const { changed } = screenFor(now, seen(asked));
    expect(changed[0]).toBe('Ask a customer for a reseller relationship: No (before: Yes)');
    expect(changed.some((line) => line.startsWith('New: '))).toBe(true);
  });

  test('a case that comes back to its approvers tells it as well', () => {
    const again = happens('decision-changed', '03-05 09:00', {
      decisions: [{ ...aboutGdap, verdict: 'needs_review' }],
      approval: { people: 1, roles: ['admin_agent'] },
    });
    const now = given(...approved, again);
    expect(screenFor(now, seen(asked)).changed.join(' ')).toContain('A person has to decide');
  });

  test('one that says the same on another day tells nothing', () => {
    const same = asked.decisions.map((one) => ({ ...one, edition: { ...one.edition, date: '2026-03-05' } }));
    const now = given(opened, happens('decisions-renewed', '03-05 09:00', { decisions: same }));
    expect(screenFor(now, seen(asked)).changed).toEqual([]);
  });
});

describe('every difference', () => {
  const moved = given(switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')));
  const other = {
    ...given(
      switchOpened(
        '03-02 09:00',
        moveAzure('manual-switch', {
          otherPartner: null,
          subjects: [{ id: 'sub-2', name: '[Test](https://x.example) **2**', facts: {} }],
          reservations: true,
          letter: { paragraph: '' },
          told: { 'customer.tenantKind': 'x', 'fact.of.old': 1 },
        }),
      ),
    ),
    customer: { ...moved.customer, name: 'Another', contact: null },
    decisions: moved.decisions.map((one) => ({ ...one, about: 'sub-2' })),
  } as Case;
  const pairs: readonly [Case, Case][] = [
    [moved, other],
    [other, moved],
    [asked, moved],
    [moved, asked],
    [asked, { ...asked, asks: [] }],
    [asked, { ...asked, proposal: invite('gdap', { purpose: 'azure' } as never) } as Case],
  ];

  test.each(languages.map((language) => [language]))('is a sentence in %s, and no list of them is endless', (language) => {
    for (const [before, current] of pairs) {
      const { changed } = changedIn(seen(before), { current, speaker: speakerOf(language) });
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThanOrEqual(13);
      for (const line of changed) expect(line).not.toMatch(/\{|undefined|difference\.|null/);
    }
  });

  test('names what has come and gone as it is called', () => {
    const { changed } = changedIn(seen(moved), { current: other, speaker: english });
    expect(changed).toEqual(
      expect.arrayContaining([
        'Procedure: Switch of legacy Azure by hand, before: Transfer under an Azure plan',
        'Added: [Test](https://x.example) **2**',
        'Taken out: Production',
        'No other partner is named any more.',
        'The paragraph in the letter has changed.',
        'The customer’s details have changed.',
        'Answered otherwise: What kind of tenant is it? and fact.of.old',
      ]),
    );
  });
});

test('somebody without a part in it sees nothing of what has changed', () => {
  const dora = { id: 'dora', name: 'Dora', roles: [] };
  expect(screenFor(asked, seen({ ...asked, proposal: invite('gdap') } as Case), dora).changed).toEqual([]);
  expect(bruno.roles).toContain('admin_agent');
});
