import { describe, expect, test } from '@jest/globals';
import { caseIdFor } from '../../src/cases/ids.ts';
import { createInquire, createRehearse } from '../../src/commands/rehearse.ts';
import type { Inquiry } from '../../src/commands/rehearse.ts';
import { StoreError } from '../../src/ports.ts';
import type { Store } from '../../src/ports.ts';
import { HouseRules } from '../../src/policy/index.ts';
import type { FactPath } from '../../src/policy/index.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { click, contoso, doing, inviting, moving, renewing, switching } from '../support/requests.ts';
import { createWorld, house, someone } from '../support/world.ts';
import type { Sitting } from '../support/world.ts';

/** A request without some of what was told with it. */
const without = <C extends { readonly proposal: { readonly told: Readonly<Record<string, unknown>> } }>(
  command: C,
  ...paths: readonly FactPath[]
): C => {
  const told = Object.fromEntries(Object.entries(command.proposal.told).filter(([path]) => !paths.includes(path as FactPath)));
  return { ...command, proposal: { ...command.proposal, told } };
};

const setting = (sitting: Sitting = {}) => {
  const world = createWorld(sitting);
  return { world, does: doing(world), rehearse: createRehearse(world.ports), inquire: createInquire(world.ports) };
};

describe('a rehearsed request', () => {
  test.each([
    ['to sell and to manage', () => inviting()],
    ['to manage', () => inviting({ reseller: null })],
    ['to move a subscription', () => switching()],
  ])('is told what the real one is told: %s', async (_, wish) => {
    const { does, rehearse } = setting();
    const command = wish();
    const would = await rehearse(command);
    const { decisions, approval } = await does.current(await does.opened(command));
    expect(would).toStrictEqual({ kind: 'would', decisions, approval });
  });

  test('leaves nothing behind, however often it is rehearsed: no case, no answer, nothing to do', async () => {
    const { world, rehearse } = setting();
    const command = inviting();
    await rehearse(command);
    expect(await rehearse(command)).toMatchObject({ kind: 'would' });
    expect([await world.store.cases(null, 9), await world.store.answer(command.key), await world.store.nextDue()]).toEqual([
      [],
      null,
      null,
    ]);
  });

  test('may be about a case that is there, which stays as it is', async () => {
    const { does, world, rehearse } = setting();
    const id = await does.opened(inviting());
    const before = await world.store.case(id);
    const approval = { name: 'approve-case', key: click(), actor: someone('ana'), caseId: id, seen: 'x', comment: null };
    expect(await rehearse({ name: 'decline-case', key: click(), actor: someone('bo'), caseId: id, words: 'No.' })).toEqual({
      kind: 'would',
      decisions: [],
      approval: { people: 1, roles: [] },
    });
    expect((await rehearse(approval)).kind).toBe('refused');
    expect(await world.store.case(id)).toEqual(before);
  });

  test('that the rules refuse is refused with their decisions', async () => {
    const { world, rehearse } = setting();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    const command = inviting();
    const refused = await rehearse(command);
    expect(refused).toMatchObject({ kind: 'refused', says: { key: 'refusal.rules' }, decisions: [{ verdict: 'deny' }, {}] });
    expect(refused).toStrictEqual(await world.handle(command));
  });

  test.each([
    ['that nobody can approve', inviting(), { house: HouseRules.parse({ ...house, approvals: [] }) }, 'refusal.no-approver'],
    ['about a case that is not there', renewing(caseIdFor('ADM', 'nowhere')), {}, 'refusal.not-active'],
    ['that cannot be understood', { name: 'request-admin' }, {}, 'refusal.unreadable'],
    ['for which there is no word', { name: 'make-me-admin' }, {}, 'refusal.unreadable'],
  ])('%s is refused like the real one', async (_, command, sitting, key) => {
    const { world, rehearse } = setting(sitting);
    const refused = await rehearse(command);
    expect(refused).toMatchObject({ kind: 'refused', says: { key } });
    expect(refused).toStrictEqual(await world.handle(command));
  });

  test('is not answered while a service does not answer, and the service is named', async () => {
    const { world, rehearse } = setting();
    world.unreachable.add('Partner Center');
    const failed = { kind: 'failed', says: { key: 'failure.unreachable', values: { service: 'Partner Center' } } };
    expect(await rehearse(inviting())).toStrictEqual(failed);
  });

  test('is not answered where the store cannot be read, and the operator hears why', async () => {
    const store: Store = { ...createMemoryStore(), case: () => Promise.reject(new StoreError('damaged', 'a row is damaged')) };
    const { world, rehearse } = setting({ store });
    expect(await rehearse(inviting())).toMatchObject({ kind: 'failed' });
    expect(world.said).toEqual(['a rehearsal: a row is damaged']);
    const broken = setting({ store: { ...store, case: () => Promise.reject(new TypeError('a bug')) } });
    await expect(broken.rehearse(inviting())).rejects.toThrow('a bug');
  });
});

describe('what has to be told first', () => {
  test('is named all at once, over everything that is asked, each once', async () => {
    const { world, rehearse } = setting();
    // The first is missed by both questions, the second by one, the third by the other.
    for (const path of ['customer.relatedTo', 'req.expects', 'gdap.azureGroupNested'] as const) world.facts.set(path, undefined);
    const command = without(inviting(), 'customer.relatedTo', 'req.expects', 'gdap.azureGroupNested');
    const missing = await rehearse(command);
    expect(missing.kind).toBe('missing');
    expect('paths' in missing && missing.paths.toSorted()).toEqual(['customer.relatedTo', 'gdap.azureGroupNested', 'req.expects']);
    expect(await rehearse({ ...command, proposal: inviting().proposal })).toMatchObject({ kind: 'would' });
  });

  test('is named to whoever really asks as ever: what the first question misses', async () => {
    const { world } = setting();
    const command = without(inviting(), 'req.expects', 'gdap.azureGroupNested');
    const values = { paths: 'req.expects' };
    expect(await world.handle(command)).toMatchObject({ says: { key: 'refusal.facts-missing', values } });
  });

  test('may have been told as something that it cannot be: then it is asked for again', async () => {
    const { rehearse } = setting();
    const command = inviting();
    const told = { ...command.proposal.told, 'req.expects': 'everything' };
    const missing = await rehearse({ ...command, proposal: { ...command.proposal, told } });
    expect(missing).toEqual({ kind: 'missing', paths: ['req.expects'] });
  });

  test.each<[string, FactPath, unknown]>([
    ['what we know of ourselves', 'partner.mpaSigned', undefined],
    ['what a service says, and the rules do not know', 'customer.mca', 'perhaps'],
  ])('is not %s: nobody can tell that, so it is refused, and named', async (_, path, value) => {
    const { world, rehearse } = setting();
    world.facts.set(path, value);
    const refused = await rehearse(without(inviting(), 'req.expects'));
    expect(refused).toMatchObject({ kind: 'refused', says: { key: 'refusal.facts-missing', values: { paths: path } } });
  });

  test('is what a service does not know and people may', async () => {
    const { world, rehearse } = setting();
    world.facts.set('customer.mca', undefined);
    expect(await rehearse(inviting())).toEqual({ kind: 'missing', paths: ['customer.mca'] });
    const told = { ...inviting().proposal.told, 'customer.mca': 'accepted' };
    expect(await rehearse(inviting({ told }))).toMatchObject({ kind: 'would' });
  });

  test('begins with the way that something goes, for what else is needed depends on that', async () => {
    const { rehearse } = setting();
    const command = without(moving('azure-plan-transfer', { 'item.term': undefined }), 'xfer.sameCurrency');
    expect(await rehearse(command)).toEqual({ kind: 'missing', paths: ['item.term'] });
    const known = without(moving('azure-plan-transfer', {}), 'xfer.sameCurrency');
    expect(await rehearse(known)).toEqual({ kind: 'missing', paths: ['xfer.sameCurrency'] });
  });
});

describe('somebody who only wants to know', () => {
  const inquiry = (more: Partial<Inquiry> = {}): Inquiry => {
    const { cloud, customer, proposal } = inviting();
    const asks = [
      { flow: 'relationship_request', about: null, facts: { 'req.model': 'direct', 'req.includeDap': false } },
    ] as const;
    return { cloud, customer, asks, told: proposal.told, requester: someone('ana'), ...more };
  };

  test('hears what a request would hear, and nothing is kept', async () => {
    const { world, does, inquire } = setting();
    const said = await inquire(inquiry());
    expect(await world.store.cases(null, 9)).toEqual([]);
    const { decisions, approval } = await does.current(await does.opened(inviting({ gdap: null })));
    expect(said).toStrictEqual({ kind: 'would', decisions, approval });
  });

  test('hears a no as what it is: a decision, with its rules', async () => {
    const { world, inquire } = setting();
    world.facts.set('customer.tenantKind', 'csp_transaction_tenant');
    const denied = {
      verdict: 'deny',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'R-NO-CSP-TO-CSP-RESALE' })]),
    };
    expect(await inquire(inquiry())).toMatchObject({ kind: 'would', decisions: [denied] });
  });

  test('hears what the house adds: who may not ask is told', async () => {
    const { inquire } = setting();
    const said = await inquire(inquiry({ requester: someone('hal') }));
    const rules = said.kind === 'would' ? said.decisions.flatMap(({ findings }) => findings.map(({ rule }) => rule)) : [];
    expect(rules).toContain('H-MAY-ASK');
  });

  test('is asked for all that is missing, and told of what does not answer', async () => {
    const { world, inquire } = setting();
    const both = [...inquiry().asks, { flow: 'channel_check', about: 'a', facts: { 'req.intent': 'manage_only' } } as const];
    for (const path of ['item.kind', 'item.boughtFrom', 'req.expects'] as const) world.facts.set(path, undefined);
    const { told } = without(inviting(), 'req.expects').proposal;
    const missing = await inquire(inquiry({ asks: both, told }));
    expect(missing).toMatchObject({ kind: 'missing', paths: expect.arrayContaining(['req.expects', 'item.kind']) });
    world.unreachable.add('Microsoft Graph');
    expect(await inquire(inquiry())).toMatchObject({ kind: 'failed', says: { values: { service: 'Microsoft Graph' } } });
  });

  test('may ask about whoever it is, in whatever letters', async () => {
    const { inquire } = setting();
    const customer = { ...contoso, name: 'Con\ud800toso\0' };
    expect(await inquire(inquiry({ customer }))).toMatchObject({ kind: 'would' });
  });
});
