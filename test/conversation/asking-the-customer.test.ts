import { describe, expect, test } from '@jest/globals';
import type { CaseId } from '../../src/cases/ids.ts';
import { atTalk, textOf } from '../support/talk-world.ts';

type At = ReturnType<typeof atTalk>;

const told = {
  what: 'Web shop',
  answers: { 'item.boughtFrom': 'other_csp', 'xfer.customerWrittenRequest': true },
  partner: { name: 'Granitt IT AS', place: 'granitt.example' },
  writtenOn: '2026-02-20',
};

const asked = async (at: At): Promise<CaseId> => {
  const handled = await at.world.handle({
    ...{ name: 'ask-customer', key: 'click one', actor: { id: 'ana', name: 'Ana', roles: ['sales_agent'] }, cloud: 'global' },
    customer: {
      ...{ name: 'Contoso', tenant: 'c0570025-0025-4c25-8c25-000000000c25', domain: 'contoso.example', country: 'IT' },
      ...{ language: 'it', contact: 'it@contoso.example' },
    },
    ...{ about: 'Web shop', letter: { paragraph: '' } },
  });
  if (handled.kind !== 'done') throw new Error(JSON.stringify(handled));
  await at.tick();
  return handled.caseId;
};

const answer = async (at: At, caseId: CaseId): Promise<void> => {
  await at.world.handle({ name: 'record-customer-answers', key: 'answers one', actor: 'watch', caseId, told });
  await at.tick();
};

describe('whoever has asked a customer', () => {
  test('is shown what it has answered, and goes on from there with the customer filled in', async () => {
    const at = atTalk();
    await at.says('ana', 'hello');
    const id = await asked(at);
    await answer(at, id);
    const news = at.to('a:ana').filter(({ on, message }) => on === null && textOf(message).includes('has answered'));
    expect(news).toHaveLength(1);
    const text = textOf(news[0]?.message);
    for (const part of ['Web shop', 'Another CSP partner', 'Granitt IT AS', '20 February 2026', 'Nobody here has checked it'])
      expect(text).toContain(part);
    for (const typed of ['check contoso.example: Web shop', 'switch Azure contoso.example: Web shop'])
      expect(text).not.toContain(typed);
    for (const typed of ['check contoso.example', 'switch Azure contoso.example']) expect(text).toContain(typed);
  });

  test('finds the same on the case for good', async () => {
    const at = atTalk();
    await at.says('ana', 'hello');
    const id = await asked(at);
    await answer(at, id);
    const text = textOf(await at.says('ana', `case ${id}`));
    for (const part of ['Granitt IT AS', 'told by the customer on', 'check contoso.example', 'switch Azure contoso.example'])
      expect(text).toContain(part);
  });

  test('may let it be for a while, or for good, as long as nobody has answered', async () => {
    const at = atTalk();
    const id = await asked(at);
    const text = textOf(await at.says('ana', `case ${id}`));
    expect(text).toContain('Withdraw');
    expect(text).toContain('Web shop');
    expect(text).not.toContain('switch Azure contoso.example');
  });
});

describe('whoever could not answer for the question', () => {
  test('is told so before they have filled in anything', async () => {
    const at = atTalk();
    expect(textOf(await at.says('hal', 'ask contoso.example'))).toContain('This takes another role');
  });
});

describe('where customers have no page to answer on', () => {
  test('nobody is offered to ask them, and whoever types it is told why', async () => {
    const at = atTalk({ hasAnswersPage: false });
    expect(textOf(await at.says('ana', 'help'))).not.toContain('Ask the customer');
    expect(textOf(await at.says('ana', 'ask contoso.example'))).toContain('no page yet on which customers could answer');
    expect(textOf(await atTalk().says('ana', 'help'))).toContain('Ask the customer');
  });
});
