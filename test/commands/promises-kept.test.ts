import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { replay } from '../../src/cases/case.ts';
import { flawOf, NO_EVENT, unseal } from '../../src/cases/history.ts';
import { click, doing, inviting } from '../support/requests.ts';
import { happenedTo, wordOf } from '../support/answers.ts';
import { createWorld } from '../support/world.ts';
import { reached } from './reached.ts';

// What is promised of every answer, and of every history.

describe('P13: the same facts give the same answer, and no reason to refuse turns a refusal into a permission', () => {
  const reasons = [
    ['customer.tenantKind', 'csp_transaction_tenant'],
    ['customer.relatedTo', 'self'],
    ['partner.partnerIdActive', false],
    ['partner.restrictedDirectBill', true],
  ] as const;
  const some = fc.shuffledSubarray([...reasons], { minLength: 1 });

  const asked = async (facts: readonly (readonly [(typeof reasons)[number][0], unknown])[], key: string) => {
    const world = createWorld();
    for (const [path, value] of facts) world.facts.set(path, value);
    return world.handle({ ...inviting(), key });
  };

  test('however many reasons there are, in whatever order they were found out', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.uuid(), async (facts, key) => {
        const one = await asked(facts, key);
        expect(wordOf(one)).toBe('refusal.rules');
        expect(await asked([...facts].reverse(), key)).toStrictEqual(one);
      }),
      { numRuns: 30 },
    );
  });

  test('the same request in two worlds becomes the same case', async () => {
    const key = click();
    const [one, other] = [createWorld(), createWorld()];
    await one.handle({ ...inviting(), key });
    await other.handle({ ...inviting(), key });
    expect(await other.store.cases(null, 10)).toStrictEqual(await one.store.cases(null, 10));
  });
});

describe('P15: every transition is in the history with who, when, why, and the rules that held', () => {
  const ways = Object.entries(reached).flatMap(([kind, statuses]) =>
    Object.entries(statuses).map(([status, way]) => [kind, status, way] as const),
  );

  test.each(ways)('%s, %s: the case is what its history makes it, link by link', async (_kind, status, way) => {
    const world = createWorld();
    const id = await way(world, doing(world));
    const history = await world.store.history(id);
    const { case: current, version, head } = (await world.store.case(id)) ?? { case: null, version: 0, head: '' };
    expect(current?.status).toBe(status);
    expect([version, head]).toStrictEqual([history.length, history.at(-1)?.hash]);
    const flaws = history.map((sealed, at) =>
      flawOf(sealed, { caseId: id, seq: at + 1, previous: history[at - 1]?.hash ?? NO_EVENT }),
    );
    expect(flaws.filter((flaw) => flaw !== null)).toStrictEqual([]);
    expect(replay(history.map(unseal))).toStrictEqual(current);
  });

  test('who, when and why; and for what the rules were asked, what they said, in which edition, on which facts', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await does.opened(inviting());
    world.wait({ hours: 2 });
    await does.approve(id, 'ada', 'Marta confirmed it by telephone.');
    const [opened, given] = (await world.store.history(id)).map(unseal);
    expect(opened).toMatchObject({ type: 'case-opened', actor: { id: 'ana' }, at: '2026-03-02T09:00:00.000Z' });
    expect(given).toMatchObject({
      type: 'approval-given',
      actor: { id: 'ada', name: 'Ada Berg', roles: ['admin_agent'] },
      at: '2026-03-02T11:00:00.000Z',
      words: 'Marta confirmed it by telephone.',
      decisions: [
        { flow: 'relationship_request', verdict: 'allow', facts: { actor: { role: 'admin_agent' } } },
        { flow: 'gdap_request', edition: { cloud: 'global', houseRules: '2026-11-01' } },
      ],
    });
  });

  test('what is refused leaves nothing in it', async () => {
    const world = createWorld();
    const does = doing(world);
    const id = await does.opened(inviting());
    for (const name of ['sven', 'hal', 'olav', 'ana'] as const) await does.approve(id, name);
    expect(await happenedTo(world, id)).toStrictEqual(['case-opened']);
  });
});
