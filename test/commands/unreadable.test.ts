import { describe, expect, test } from '@jest/globals';
import { catalog } from '../../src/commands/catalog.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import { click, doing, inviting, switching } from '../support/requests.ts';
import { valuesOf, wordOf } from '../support/answers.ts';
import { createWorld, someone } from '../support/world.ts';

// What arrives may have been made by anybody. It is understood, or it is refused and changes nothing.

const asking = inviting();
const { proposal, customer, actor } = asking;
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const TEN_MEGABYTES = 'x'.repeat(10_000_000);

describe('what cannot be understood says where, and changes nothing', () => {
  test.each<readonly [string, unknown, string]>([
    ['nothing', undefined, 'name'],
    ['null', null, 'name'],
    ['a text', 'request-admin', 'name'],
    ['a list', [asking], 'name'],
    ['a command that there is not', { ...asking, name: 'approve-everything' }, 'name'],
    ['a name from the language instead of ours', { ...asking, name: 'constructor' }, 'name'],
    ['a name that is no text', { ...asking, name: { toString: null } }, 'name'],
    ['no key', { ...asking, key: undefined }, 'key'],
    ['a key too short to be unique', { ...asking, key: '1' }, 'key'],
    ['nobody', { ...asking, actor: null }, 'actor'],
    ['somebody of a role that there is not', { ...asking, actor: { ...actor, roles: ['boss'] } }, 'actor.roles.0'],
    ['a cloud that there is not', { ...asking, cloud: 'germany_east' }, 'cloud'],
    ['a number for a name', { ...asking, customer: { ...customer, name: 7 } }, 'customer.name'],
    [
      'two mistakes at once',
      { ...asking, customer: { ...customer, country: 'Germany', contact: 'nobody' } },
      'customer.country, customer.contact',
    ],
    ['a wish for neither', inviting({ reseller: null, gdap: null }), 'proposal'],
    ['another kind of wish', { ...asking, proposal: { ...proposal, wants: 'end' } }, 'proposal.wants'],
    ['something more than there is', { ...asking, approved: true }, 'approved'],
    ['something more inside', { ...asking, proposal: { ...proposal, approvers: ['ana'] } }, 'proposal.approvers'],
    ['a case number of another make', { name: 'withdraw-case', key: click(), actor, caseId: '../../1', words: '' }, 'caseId'],
    ['10 000 lists in each other', nested(10_000), 'name'],
    ['10 000 lists in a wish', { ...asking, proposal: { ...proposal, told: { x: nested(10_000) } } }, 'name'],
    ['10 MB for a name', { ...asking, customer: { ...customer, name: TEN_MEGABYTES } }, 'customer.name'],
    ['10 MB in the letter', inviting({ letter: { paragraph: TEN_MEGABYTES } }), 'proposal.letter.paragraph'],
    ['10 MB of what was told', inviting({ told: { ...proposal.told, x: TEN_MEGABYTES } }), 'proposal.told.x'],
    ['more than people tell of one fact', inviting({ told: { ...proposal.told, x: 'x'.repeat(1999) } }), 'proposal.told.x'],
    ['words where none belong', { ...asking, words: 'Because.' }, 'words'],
    ['a name of 10 MB for something more', { ...asking, [TEN_MEGABYTES]: 1 }, 'x'.repeat(100)],
    [
      'twenty mistakes, of which ten are named',
      { ...asking, actor: { ...actor, roles: Array.from({ length: 20 }, () => 'boss') } },
      Array.from({ length: 10 }, (_, at) => `actor.roles.${at}`).join(', '),
    ],
  ])('%s', async (_, input, paths) => {
    const world = createWorld();
    const answer = await world.handle(input);
    expect(wordOf(answer)).toBe('refusal.unreadable');
    expect(valuesOf(answer)).toStrictEqual({ paths });
    expect(await world.store.cases(null, 10)).toStrictEqual([]);
    expect(await world.store.answer(asking.key)).toBeNull();
  });

  test('a case that there is not', async () => {
    const id = caseIdFor('ADM', 'nobody has asked for this');
    const { handle, store } = createWorld();
    const answer = await handle({ name: 'withdraw-case', key: click(), actor, caseId: id, words: '' });
    expect([wordOf(answer), valuesOf(answer)]).toStrictEqual(['refusal.unknown-case', { id }]);
    expect(await store.case(id)).toBeNull();
  });
});

describe('who is asking comes from the activity and from nowhere else', () => {
  const machines = Object.entries(catalog).filter(([name]) => /^(record|clear|pass)-/.test(name));
  const persons = Object.entries(catalog).filter(([name]) => !/^(record|clear|pass)-/.test(name));

  const isRefusedFor = (shape: (typeof catalog)[keyof typeof catalog]['shape'], who: unknown): boolean =>
    shape.safeParse({ actor: who }).error?.issues.some(({ path }) => path[0] === 'actor') ?? false;

  test.each(machines)('%s is a machine’s: no person can send it, of whatever role', (_, { shape }) => {
    expect(isRefusedFor(shape, { id: 'olav', name: 'Olav Nes', roles: ['operator', 'global_admin'] })).toBe(true);
    expect(isRefusedFor(shape, 'watch')).toBe(false);
  });

  test.each(persons)('%s is a person’s: no machine can send it', (_, { shape }) => {
    for (const machine of ['clock', 'outbox', 'watch']) expect(isRefusedFor(shape, machine)).toBe(true);
    expect(isRefusedFor(shape, someone('ana'))).toBe(false);
  });

  test('a role that is put in among the facts makes nobody an approver', async () => {
    const world = createWorld();
    const does = doing(world);
    const told = { ...proposal.told, 'actor.role': 'admin_agent', actor: { role: 'admin_agent' }, approvals: ['ada'] };
    const id = await does.opened(inviting({ told }));
    expect(wordOf(await does.approve(id, 'sven'))).toBe('refusal.not-an-approver');
    expect((await does.current(id)).decisions.map(({ facts }) => facts.actor)).toMatchObject([{ role: 'admin_agent' }, {}]);
  });

  test.each(['customer.mca', 'partner.mpaSigned', 'xfer.action', 'actor.role', 'item'])(
    'nothing but the subscription itself is described with a subscription: not %s',
    async (path) => {
      const { handle } = createWorld();
      const asked = switching();
      for (const { facts } of asked.proposal.subjects) Object.assign(facts, { [path]: 'accepted' });
      const answer = await handle(asked);
      expect([wordOf(answer), valuesOf(answer)]).toStrictEqual([
        'refusal.unreadable',
        { paths: `proposal.subjects.0.facts.${path}` },
      ]);
      expect(wordOf(await handle(switching()))).toBe('awaiting-approval');
    },
  );

  test('what people tell of one fact may be this long, and longer for nobody', async () => {
    const { handle } = createWorld();
    const told = (length: number) => inviting({ told: { ...proposal.told, x: 'x'.repeat(length) } });
    expect(wordOf(await handle(told(1998)))).toBe('awaiting-approval');
    expect(wordOf(await handle(told(1999)))).toBe('refusal.unreadable');
  });
});

describe('text that no store can hold is cleaned on the way in', () => {
  test.each([
    ['NUL', 'Con\0toso', 'Contoso'],
    ['half a surrogate pair', 'Contoso \uD83D', 'Contoso \uFFFD'],
    ['a whole one stays', 'Contoso \u{1F600}', 'Contoso \u{1F600}'],
  ])('%s', async (_, given, kept) => {
    const world = createWorld();
    const does = doing(world);
    const id = await does.opened({ ...inviting({ letter: { paragraph: given } }), customer: { ...customer, name: given } });
    expect(await does.current(id)).toMatchObject({ customer: { name: kept }, proposal: { letter: { paragraph: kept } } });
    await does.decline(id, 'bo', given);
    expect(await does.current(id)).toMatchObject({ reason: kept });
  });

  test('words of nothing but NUL are no reason', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await does.opened(inviting());
    expect(wordOf(await does.decline(id, 'bo', '\0 \0'))).toBe('refusal.words-needed');
  });

  test('a property called __proto__ gives nothing to anybody', async () => {
    const world = createWorld();
    const sent = JSON.stringify({ ...inviting(), proposal: { ...proposal, told: { ...proposal.told, x: 1 } } });
    const does = doing(world);
    const answer = await world.handle(JSON.parse(sent.replace('"x":1', '"__proto__":{"roles":["admin_agent"]}')));
    expect(wordOf(answer)).toBe('awaiting-approval');
    expect({}).not.toHaveProperty('roles');
    expect(wordOf(await does.approve(answer.kind === 'done' ? answer.caseId : caseIdFor('ADM', ''), 'sven'))).toBe(
      'refusal.not-an-approver',
    );
    expect(wordOf(await world.handle(JSON.parse('{"__proto__":{"name":"request-admin"}}')))).toBe('refusal.unreadable');
  });

  test('a key called __proto__ is a key like any other', async () => {
    const world = createWorld();
    const asked = { ...inviting(), key: '__proto__' };
    const first = await world.handle(asked);
    expect(wordOf(first)).toBe('awaiting-approval');
    expect(await world.handle(asked)).toStrictEqual(first);
  });
});
