import { describe, expect, test } from '@jest/globals';
import { clockOf } from '../../src/cards/case-clock.ts';
import { caseScreen } from '../../src/cards/case-screen.ts';
import type { CaseView } from '../../src/cards/case-screen.ts';
import { screens } from '../../src/cards/screens.ts';
import { everybody } from '../../src/cards/viewer.ts';
import { Status } from '../../src/cases/asking/states.ts';
import { kinds } from '../../src/cases/case.ts';
import type { Case, CaseEvent } from '../../src/cases/case.ts';
import type { Person } from '../../src/cases/people.ts';
import { seenOf } from '../../src/cases/seen.ts';
import { viewOf } from '../../src/commands/offers-to.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { examples, waysTo } from '../cases/lives/all.ts';
import { ana, bruno, chiara, dov, end, handOut, happens, invite, moveAzure, on, renew, switchOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { house } from '../support/world.ts';

const english = speakerOf('en');
const hal: Person = { id: 'hal', name: 'Hal Vik', roles: ['helpdesk_agent'] };

const usual = {
  speaker: english,
  now: on('03-09 09:00'),
  typed: (wish: string, customer: string) => `${wish} ${customer}`,
} as const;

const screenFor = (current: Case, person: Person | null, more: Partial<CaseView> = {}) =>
  screens.case.parse(
    caseScreen({ ...usual, current, viewer: person === null ? everybody : viewOf(person, current, house), ...more }),
  );

const opened = happens('case-opened', '03-02 09:00');
const asked = given(opened);
const statusOf = (kind: Case['kind'], status: Case['status']): Case => given(...(waysTo(kind).get(status) ?? []));

const factsOf = (screen: ReturnType<typeof screenFor>) => Object.fromEntries(screen.facts.map(({ name, value }) => [name, value]));
const verbs = (screen: ReturnType<typeof screenFor>) => screen.buttons.map(({ verb }) => verb);

describe('what waits for its approval', () => {
  test('says who may approve it and until when', () => {
    expect(screenFor(asked, bruno)).toMatchObject({
      id: asked.id,
      kind: 'Delegated admin',
      customer: 'Contoso Bakeries',
      status: 'Waiting for approval',
      lead: 'Waits for one approval; who may approve: Admin agent. If nobody decides, it is withdrawn on 1 April 2026.',
    });
  });

  test('has everything that a decider relies on', () => {
    expect(factsOf(screenFor(asked, bruno))).toMatchObject({
      'Asked by': 'Ana Lindqvist, 2 March 2026',
      Domain: 'contoso.example',
      Wanted: 'To sell and to manage (reseller relationship and granular admin)',
      Roles: 'Directory Readers – reads users, groups and basic settings',
      Length: '365 days',
      'Extends itself': 'No',
      Letter: 'Portuguese, to it@contoso.example',
      'Told, and not confirmed by any service': 'What kind of tenant is it? An ordinary customer’s tenant',
    });
    expect(screenFor(asked, bruno).details).toContainEqual({ name: 'Tenant', value: '11111111-1111-4111-8111-111111111111' });
    expect(screenFor(asked, bruno).words).toContainEqual({
      who: 'Ana Lindqvist · in the letter to the customer',
      text: 'We met on Tuesday, and Marta asked for it.',
    });
  });

  test('is decided by whoever may, with words, and bound to what was seen', () => {
    const screen = screenFor(asked, bruno);
    expect(verbs(screen)).toStrictEqual(['approve', 'send-back', 'decline']);
    expect(screen.buttons.map(({ tone }) => tone)).toStrictEqual(['positive', 'default', 'destructive']);
    expect(screen.buttons.every(({ id, seen, asks }) => id === asked.id && seen === seenOf(asked) && asks)).toBe(true);
    expect(screen.asks).toMatchObject({ id: 'words', label: 'Your words (needed to decline or to send back)', value: '' });
  });

  test('is only taken back by whoever asked for it', () => {
    expect(verbs(screenFor(asked, ana))).toStrictEqual(['withdraw']);
  });

  test('has nothing but “Open” in a channel', () => {
    const screen = screenFor(asked, null, { viewers: ['ana', 'bruno'] });
    expect(verbs(screen)).toStrictEqual(['view']);
    expect(screen).toMatchObject({ asks: null, choose: null, viewers: ['ana', 'bruno'] });
    expect(screen.words).not.toHaveLength(0);
  });

  test('tells the second who the first was', () => {
    const once = given(
      happens('case-opened', '03-02 09:00', { approval: { people: 2, roles: ['admin_agent'] } }),
      happens('approval-given', '03-03 09:00'),
    );
    const screen = screenFor(once, chiara);
    expect(screen.lead).toMatch(/^Bruno Okafor has approved, and a second person has to approve too: Admin agent\./);
    expect(factsOf(screen)).toMatchObject({ 'Approved by': 'Bruno Okafor, 3 March 2026' });
    expect(screen.words[0]).toStrictEqual({ who: 'Bruno Okafor · with the approval', text: 'Marta confirmed it by telephone.' });
    expect(verbs(screenFor(once, bruno))).not.toContain('approve');
  });

  test('says that nobody can approve where nobody is named', () => {
    const nobody = given(happens('case-opened', '03-02 09:00', { approval: { people: 1, roles: [] } }));
    expect(screenFor(nobody, null).lead).toBe('Nobody is set up to approve this, so it cannot be approved.');
    expect(verbs(screenFor(nobody, bruno))).not.toContain('approve');
  });

  test('asks for words where the rules leave it to a person', () => {
    const open = {
      ...asked,
      decisions: asked.decisions.map((one) => ({ ...one, findings: one.findings.map((found) => ({ ...found, review: true })) })),
    };
    expect(screenFor(open, bruno).asks?.label).toMatch(/the rules leave this to a person/);
  });

  test('keeps what was written when it was not taken, and says why beside it', () => {
    const written = { text: 'No.', problem: 'Say it in your own words.' };
    expect(screenFor(asked, bruno, { written })).toMatchObject({ asks: { value: 'No.', problem: written.problem }, note: null });
    expect(screenFor(asked, hal, { written })).toMatchObject({ asks: null, note: written.problem });
  });
});

describe('the later states in a sentence', () => {
  test.each<[string, Case, RegExp]>([
    [
      'sent back',
      given(opened, happens('case-sent-back', '03-03 09:00')),
      /^Bruno Okafor has a question\. Ana Lindqvist has to answer; .* 2 April 2026\.$/,
    ],
    ['declined', given(opened, happens('case-declined', '03-03 09:00')), /^Bruno Okafor has declined it on 3 March 2026/],
    ['lapsed', given(opened, happens('request-lapsed', '04-01 09:00')), /^Nobody has decided in time/],
    ['being prepared', statusOf('admin-relationship', 'preparing'), /^Approved\. It is being carried out at Microsoft/],
    ['with the customer', statusOf('admin-relationship', 'awaiting-customer'), /letter to the customer is on its way/],
    [
      'stuck',
      given(
        opened,
        happens('approval-given', '03-03 09:00'),
        happens('case-approved', '03-03 09:00'),
        happens('case-stuck', '03-03 10:00'),
      ),
      /has failed\. A person has to look into it/,
    ],
    [
      'with the other partner',
      statusOf('azure-switch', 'awaiting-other-partner'),
      /^Fabrikam Cloud Services has until .* to accept the transfer\.$/,
    ],
    [
      'asked of us',
      statusOf('azure-switch', 'awaiting-our-decision'),
      /^Fabrikam Cloud Services asks for one subscription of this customer\. We decide until 1 April 2026/,
    ],
  ])('%s', (_title, current, lead) => {
    expect(screenFor(current, null).lead).toMatch(lead);
  });

  test('every one of them is another sentence', () => {
    const leads = kinds.flatMap((kind) =>
      [...waysTo(kind)].map(([status, way]) => [status, screenFor(given(...way), null).lead] as const),
    );
    expect(new Set(leads.map(([status]) => status))).toStrictEqual(new Set(Status.options));
    const byLead = new Map<string, Set<string>>();
    for (const [status, lead] of leads) byLead.set(lead, (byLead.get(lead) ?? new Set()).add(status));
    // What is to be done by hand is said alike wherever that is.
    expect([...byLead].filter(([lead, statuses]) => statuses.size > 1 && !lead.includes('by hand'))).toStrictEqual([]);
  });
});

describe('what is asked of people', () => {
  const prepared = statusOf('azure-switch', 'preparing');

  test('stands in a list with its owner and its day, and what is late is said', () => {
    const [first] = screenFor(prepared, ana, { now: on('12-31 09:00') }).items;
    expect(first).toMatchObject({ owner: 'We', tone: 'attention', state: expect.stringMatching(/^Overdue since /) });
    expect(screenFor(prepared, ana, { now: prepared.since }).items[0]).toMatchObject({
      tone: 'default',
      state: expect.stringMatching(/^Due on /),
    });
  });

  test('is ticked off by choosing it, and what was chosen stays chosen', () => {
    const codes = 'items' in prepared ? prepared.items.map(({ code }) => code) : [];
    const [first = '', second = ''] = codes;
    const screen = screenFor(prepared, ana);
    expect(verbs(screen)).toStrictEqual(['tick', 'withdraw']);
    expect(screen.choose).toMatchObject({ id: 'item', value: first });
    expect(screen.choose?.choices.map(({ value }) => value)).toStrictEqual(codes);
    expect(screenFor(prepared, ana, { written: { text: '', item: second, problem: null } }).choose?.value).toBe(second);
    expect(screenFor(prepared, hal)).toMatchObject({ choose: null, items: [] });
  });

  test('says who has done it and what shows that', () => {
    const ticked = given(...(waysTo('azure-switch').get('preparing') ?? []), happens('item-confirmed', '12-01 09:00'));
    expect(screenFor(ticked, ana).items[0]).toMatchObject({
      state: 'Done by Ana Lindqvist on 1 December 2026: Seen in Partner Center with Marta.',
      tone: 'good',
    });
  });
});

describe('what is to be done by hand', () => {
  const prepared = statusOf('azure-switch', 'preparing');
  const codeOf = (screen: ReturnType<typeof screenFor>, at: number) => screen.items[at]?.code ?? '';

  test('is told with how it is done, until it is done', () => {
    expect(screenFor(prepared, ana).items[0]?.how).toMatch(/^Look in Partner Center/);
    const ticked = given(...(waysTo('azure-switch').get('preparing') ?? []), happens('item-confirmed', '12-01 09:00'));
    expect(screenFor(ticked, ana, { commandsFor: () => ['az'] }).items[0]).toMatchObject({ how: null, commands: [] });
  });

  test('has what is pasted into a shell, of much of the same no more than the first', () => {
    const first = codeOf(screenFor(prepared, ana), 0);
    const commandsFor = (item: string) => (item === first ? ['az 1', 'az 2', 'az 3', 'az 4'] : []);
    const { items } = screenFor(prepared, ana, { commandsFor });
    expect(items.map(({ commands }) => commands.length)).toStrictEqual([3, ...items.slice(1).map(() => 0)]);
  });
});

describe('the clock of a switch', () => {
  const clockAt = (status: Case['status'], ...more: readonly CaseEvent[]) =>
    factsOf(screenFor(given(...(waysTo('azure-switch').get(status) ?? []), ...more), bruno));

  test('is the day until which the other partner has time', () => {
    expect(clockAt('awaiting-other-partner')).toHaveProperty('Answer until');
    expect(clockOf(statusOf('azure-switch', 'awaiting-our-decision'), english)).toStrictEqual([
      ['case.fact.answerBy', expect.stringContaining('2026')],
    ]);
  });

  test('is the quarter of an hour that a move takes, and the day on which Microsoft is asked', () => {
    expect(clockAt('moving')).toMatchObject({ 'Usually finished': 'within 15 minutes' });
    expect(clockAt('moving')).toHaveProperty('If not finished, service request on');
    expect(clockAt('moving', happens('move-slowed', '12-01 09:00'))).not.toHaveProperty('Usually finished');
    expect(clockAt('moving', happens('microsoft-asked', '12-01 09:00'))).toHaveProperty('With Microsoft since');
  });
});

describe('whoever has no part in it', () => {
  const words = ['Ana', 'Bruno', 'Lindqvist', 'Okafor', 'Marta', 'it@contoso.example', 'Directory'];

  test('sees how it stands, and nothing of what anybody said or is called', () => {
    for (const moments of Object.values(examples).flat()) {
      for (const { after } of moments) {
        const text = JSON.stringify(screenFor(after, hal));
        expect(words.filter((word) => text.includes(word))).toStrictEqual([]);
      }
    }
  });

  test('may take over what another has left, without seeing into it before', () => {
    const screen = screenFor(asked, dov);
    expect(verbs(screen)).toStrictEqual(['take-over']);
    expect(screen).toMatchObject({ facts: [], words: [], judged: null, asks: null });
    expect(screen.buttons[0]?.asks).toBe(false);
  });
});

test('what is running is renewed and ended by what one would type', () => {
  const active = statusOf('admin-relationship', 'active');
  const says = screenFor(active, bruno).buttons.filter(({ verb }) => verb === 'say');
  expect(says.map(({ id }) => id)).toContain(`end ${active.id}`);
});

test('of what another partner wants the buttons say so', () => {
  const offered = given(happens('transfer-offered', '03-02 09:00'));
  expect(screenFor(offered, bruno).buttons.map(({ title }) => title)).toStrictEqual(['Choose and decide', 'Do not hand out']);
  expect(factsOf(screenFor(offered, bruno))).toMatchObject({
    'Asked by': 'Fabrikam Cloud Services, 2 March 2026',
    Subscriptions: 'Production',
  });
});

test('each wish is said in a few words', () => {
  const wanted = (current: Case) => factsOf(screenFor(current, null)).Wanted;
  const admin = (proposal: ReturnType<typeof invite> | ReturnType<typeof renew> | ReturnType<typeof end>) =>
    wanted(given(happens('case-opened', '03-02 09:00', { proposal })));
  expect([
    admin(invite('reseller')),
    admin(invite('gdap')),
    admin(renew('anew')),
    admin(renew('extend')),
    admin(end()),
    wanted(given(switchOpened('03-02 09:00', moveAzure('licence-transfer')))),
    wanted(given(happens('transfer-offered', '03-02 09:00', { proposal: handOut }))),
  ]).toStrictEqual([
    'To sell to the customer (reseller relationship)',
    'To manage for the customer (granular admin)',
    'To renew granular admin with a new relationship',
    'To extend granular admin',
    'To end: The admin roles',
    'To move to us: Transfer of licences',
    'Fabrikam Cloud Services wants to have them',
  ]);
});

test('a case without its people is shown all the same', () => {
  const nobody = { id: 'erased', name: '', roles: [] };
  const erased = { ...asked, requester: nobody, customer: { ...asked.customer, name: '\u200b', contact: null } };
  const screen = screenFor(erased, null);
  expect(screen.customer).toBe('–');
  expect(factsOf(screen)['Asked by']).toBe('somebody whose name was erased, 2 March 2026');
});

test('what turns the direction of writing, or has no end, is shown as short text', () => {
  const name = `Ev\u202Eil ${'x'.repeat(400)}`;
  const { customer } = screenFor({ ...asked, customer: { ...asked.customer, name } }, null);
  expect(customer).toMatch(/^Ev il x+…$/);
  expect(customer).toHaveLength(200);
});

const everyMoment = Object.values(examples).flatMap((lives) => lives.flatMap((moments) => moments.map(({ after }) => after)));
const distinct = [
  ...new Map(everyMoment.map((current) => [JSON.stringify({ ...current, deadlines: [], reminders: 0 }), current])).values(),
];

describe.each(languages)('every moment of every example in %s', (language) => {
  const speaker = speakerOf(language);
  test('is a screen, short, with words for everything', () => {
    const faults: string[] = [];
    for (const current of distinct) {
      for (const viewer of language === 'en' ? [everybody, viewOf(bruno, current, house)] : [viewOf(bruno, current, house)]) {
        const screen = screens.case.safeParse(caseScreen({ ...usual, speaker, current, viewer }));
        const text = JSON.stringify(screen.data ?? screen.error);
        const isOdd = /undefined|\bNaN\b|Invalid|\{\w+[,}]|"(?:case|status|value|item|fact|role|adminRole)\.[a-z]/.test(text);
        if (!screen.success || isOdd || Buffer.byteLength(text) > 20_000)
          faults.push(`${current.status} ${Buffer.byteLength(text)} ${text.slice(0, 300)}`);
      }
    }
    expect(faults).toStrictEqual([]);
    expect(distinct.length).toBeGreaterThan(150);
  });
});
