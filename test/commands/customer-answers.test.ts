import { expect, test } from '@jest/globals';
import type { CaseEvent } from '../../src/cases/case.ts';
import { happens } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { written } from '../../src/commands/written.ts';
import { click } from '../support/requests.ts';
import { createWorld, someone } from '../support/world.ts';

const told = { what: 'Web shop', answers: { 'item.term': 'active' }, partner: null, writtenOn: null };
const opened = happens('case-opened', '03-02 09:00');
const { id: caseId } = given(opened);

const worldWith = async (...events: readonly CaseEvent[]) => {
  const world = createWorld();
  await world.store.commit(written(null, events, () => 'salt'));
  return world;
};

const report = { name: 'record-customer-answers', key: click(), actor: 'watch', caseId, told };

test('what the customer tells is recorded while nobody has decided', async () => {
  const world = await worldWith(opened);
  expect(await world.handle(report)).toMatchObject({ kind: 'done', happened: ['customer-answered'], status: 'awaiting-approval' });
});

test('nobody of ours can tell it in the customer’s place', async () => {
  const world = await worldWith(opened);
  expect(await world.handle({ ...report, actor: someone('ana') })).toMatchObject({ kind: 'refused' });
  expect((await world.store.case(caseId))?.version).toBe(1);
});

test('once it is decided it comes too late, and of a case that is not there it is nothing', async () => {
  const world = await worldWith(opened, happens('case-declined', '03-02 10:00'));
  expect(await world.handle(report)).toMatchObject({ kind: 'refused', says: { key: 'refusal.not-now' } });
  expect(await createWorld().handle(report)).toMatchObject({ kind: 'refused', says: { key: 'refusal.unknown-case' } });
});

test.each([
  ['facts of other groups', { ...told, answers: { 'actor.role': 'admin_agent' } }],
  ['a novel', { ...told, what: 'x'.repeat(201) }],
  ['more than was asked', { ...told, decision: 'allow' }],
])('%s are not taken', async (_title, hostile) => {
  const world = await worldWith(opened);
  expect(await world.handle({ ...report, told: hostile })).toMatchObject({ kind: 'refused' });
  expect((await world.store.case(caseId))?.version).toBe(1);
});
