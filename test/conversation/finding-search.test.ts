import { describe, expect, test } from '@jest/globals';
import { createKeptChecks } from '../../src/conversation/kept-checks.ts';
import type { Company } from '../../src/ports.ts';
import { hostileTexts } from '../cards/data/hostile.ts';
import { findingsOf } from '../support/card-check.ts';
import { contoso, inviting } from '../support/requests.ts';
import type { Name } from '../support/requests.ts';
import { atTalk, textOf } from '../support/talk-world.ts';

type At = ReturnType<typeof atTalk>;

const opened = async (at: At, by: Name = 'ana', customer: object = {}): Promise<string> => {
  const answer = await at.world.handle({ ...inviting({}, by), customer: { ...contoso, ...customer } });
  if (answer.kind !== 'done') throw new Error(`not asked: ${textOf(answer)}`);
  return answer.caseId;
};

const looking = (command: string, text: string, more: object = {}) => ({
  ...{ kind: 'query' as const, command, text, skip: 0, limit: 25 },
  ...more,
});

const found = async (at: At, name: string, what: ReturnType<typeof looking>, heard: object = {}) => {
  const reply = await at.hear(name, what, heard);
  if (reply.kind !== 'results') throw new Error(`no results but ${reply.kind}`);
  return reply.results;
};

const company = (name: string, more: Partial<Company> = {}): Company => ({
  ...{ name, tenant: null, domain: null, country: null, isOurs: true },
  ...more,
});

describe('a search for cases', () => {
  test('finds those in which one has a part, and no others', async () => {
    const at = atTalk();
    const [own, other] = [await opened(at), await opened(at, 'sven')];
    const ids = async (name: string, text = '') =>
      (await found(at, name, looking('cases', text))).map(({ text: line }) => line.split(' – ').at(-1));
    expect(await ids('ana')).toEqual([own]);
    expect(new Set(await ids('ada'))).toEqual(new Set([own, other]));
    expect(await ids('ada', own.toLowerCase())).toEqual([own]);
    expect(await ids('ana', other)).toEqual([]);
    expect(await ids('hal', own)).toEqual([]);
  });

  test('looks at the customer, the state in one’s own language, and the id of one that is over', async () => {
    const at = atTalk();
    const id = await opened(at);
    const many = async (text: string, more: object = {}) => (await found(at, 'ada', looking('cases', text, more))).length;
    expect(await Promise.all(['contoso', 'CONTOSO.EXAMPLE', 'approval', 'tailspin'].map((text) => many(text)))).toEqual([
      1, 1, 1, 0,
    ]);
    await at.says('ada', 'language Deutsch');
    expect(await many('approval')).toBe(0);
    await at.says('ada', `case ${id}`);
    await at.says('ada', `decline ${id}: no`);
    expect([await many('contoso'), await many(id)]).toEqual([0, 1]);
  });

  test('shares how a case stands and nothing that anybody has written; everybody opens their own view', async () => {
    const at = atTalk();
    const id = await opened(at);
    const [first] = await found(at, 'ada', looking('cases', ''));
    const card = textOf(first?.card);
    expect(findingsOf(first?.card as never)).toEqual([]);
    expect(card).toContain('Waiting for approval');
    expect(card).not.toMatch(/As agreed on the telephone|Ana Ruiz|"verb":"approve"/);
    const group = { chat: { id: '19:coffee', service: 'https://chat.example/', kind: 'group' as const }, pressedOn: 'shared-1' };
    expect(textOf(await at.presses('bo', 'view', { id }, group))).not.toContain('"verb":"approve"');
    expect(textOf(await at.presses('bo', 'view', { id }, group))).toContain('Ana Ruiz');
    expect(textOf(await at.presses('hal', 'view', { id }, group))).not.toContain('Ana Ruiz');
    await at.presses('bo', 'approve', { id }, group);
    expect((await at.world.store.case(id as never))?.case.status).toBe('awaiting-approval');
  });

  test('shows their own view by itself to those who have had a hand in it', async () => {
    const at = atTalk();
    await at.says('ana', 'help');
    await opened(at);
    const [first] = await found(at, 'ada', looking('cases', ''));
    expect(textOf(first?.card)).toContain('"userIds":["29:ana"]');
  });
});

describe('a search for customers', () => {
  const many = Array.from({ length: 40 }, (_, n) => company(`Customer ${String(n)}`, { domain: `c${String(n)}.example` }));

  test('finds ours and those of one’s own cases, each once, and shares who they are and what is open', async () => {
    const at = atTalk({ find: () => Promise.resolve([company('Contoso Bakery', contoso), company('Tailspin Toys')]) });
    const id = await opened(at, 'ana', { name: 'Contoso Bakery (as it was)' });
    const results = await found(at, 'ana', looking('customers', 'contoso'));
    expect(results.map(({ title, text }) => [title, text])).toEqual([
      ['Contoso Bakery', 'contoso.example – 1 open case'],
      ['Tailspin Toys', '0 open cases'],
    ]);
    const card = textOf(results[0]?.card);
    expect(findingsOf(results[0]?.card as never)).toEqual([]);
    expect([card.includes(id), card.includes('contoso.example'), card.includes('Ana Ruiz')]).toEqual([true, true, false]);
  });

  test('begins with those about whom somebody has asked lately, and shares what was said', async () => {
    const at = atTalk({ find: () => Promise.resolve([]) });
    const customer = { name: 'Tailspin Toys', tenant: null, domain: 'tailspin.example' };
    const item = { name: 'Azure', thing: null, support: 'allow', move: 'deny', procedures: [], deadline: null } as const;
    await createKeptChecks(at.world.store).keep('global', customer, { by: 'ana', on: '2026-03-02', items: [item] });
    const [first, ...others] = await found(at, 'bo', looking('customers', ''));
    expect([first?.title, others]).toEqual(['Tailspin Toys', []]);
    expect(textOf(first?.card)).toMatch(/Ana Ruiz.*2 March 2026.*Azure/);
    expect(await found(at, 'bo', looking('customers', 'contoso'))).toEqual([]);
  });

  test('comes in pages, and never more than was asked for', async () => {
    const at = atTalk({ find: (_, limit) => Promise.resolve(many.slice(0, limit)) });
    const page = async (skip: number, limit: number) =>
      (await found(at, 'ana', looking('customers', '', { skip, limit }))).map(({ title }) => title);
    expect(await page(0, 2)).toEqual(['Customer 0', 'Customer 1']);
    expect(await page(38, 25)).toEqual(['Customer 38', 'Customer 39']);
    expect(await page(1000, 25)).toEqual([]);
  });

  test('shows those of one’s own cases where the service says nothing in time, or nothing at all', async () => {
    const silent = atTalk({ patienceMs: 10, find: () => new Promise(() => undefined) });
    await opened(silent);
    expect(await found(silent, 'ana', looking('customers', 'contoso'))).toHaveLength(1);
    const down = atTalk({ find: () => Promise.resolve({ unreachable: 'Partner Center' }) });
    await opened(down);
    expect(await found(down, 'ana', looking('customers', ''))).toHaveLength(1);
    expect(await found(down, 'hal', looking('customers', ''))).toEqual([]);
  });

  test.each(hostileTexts)('a company called %j is text in the list, and on the card', async (name) => {
    const at = atTalk({ find: () => Promise.resolve([company(name, { domain: name })]) });
    const [first] = await found(at, 'ana', looking('customers', name));
    expect(`${first?.title ?? ''} ${first?.text ?? ''}`).not.toMatch(/[<>&[\]*_`{}\u202E\u2066\n]|https?:\/\//);
    expect(Math.max(first?.title.length ?? 0, first?.text.length ?? 0)).toBeLessThan(600);
    expect(findingsOf(first?.card as never)).toEqual([]);
  });
});

describe('nothing at all is found', () => {
  const nobodys = { who: { id: 'ada', name: 'Ada', address: '29:x', tenant: '7a11c0de-9999-4a10-8a10-0000000000a9' } };

  test('by people of others, by people nobody knows, and by a command that there is not', async () => {
    const at = atTalk();
    await opened(at);
    for (const command of ['cases', 'customers']) {
      expect(await found(at, 'ada', looking(command, ''), nobodys)).toEqual([]);
      expect(await found(at, 'somebody-else', looking(command, ''))).toEqual([]);
    }
    for (const command of ['', 'toString', '__proto__', 'Cases']) expect(await found(at, 'ada', looking(command, ''))).toEqual([]);
  });

  test('and whoever only looks from another chat is written to where they were before', async () => {
    const at = atTalk();
    await at.says('ada', 'help');
    const id = await opened(at);
    const between = { chat: { id: '19:ada_bo', service: 'https://chat.example/', kind: 'personal' as const } };
    await found(at, 'ada', looking('cases', ''), between);
    await at.tick();
    expect([textOf(at.to('a:ada')).includes(id), at.to('19:ada_bo').length]).toEqual([true, 0]);
  });
});
