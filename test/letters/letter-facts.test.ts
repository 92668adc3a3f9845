import { describe, expect, test } from '@jest/globals';
import { caseIdFor } from '../../src/cases/ids.ts';
import type { AdminRelationship } from '../../src/cases/admin-relationship/case.ts';
import { createLetterFacts } from '../../src/letters/letter-facts.ts';
import { createLinksUsed } from '../../src/letters/links-used.ts';
import type { LetterMeans } from '../../src/letters/compose.ts';
import { linkStateOf } from '../../src/letters/link-state.ts';
import { decide } from '../../src/policy/index.ts';
import type { FactValues } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { situationOf } from '../support/situations.ts';
import { awaiting, letter, links, means, over } from './written.ts';

const keep = async (current: AdminRelationship, store = createMemoryStore()) => {
  await store.commit({ next: { kept: { case: current, version: 1, head: '0'.repeat(64) }, expected: 0 } });
  return store;
};

interface Told {
  readonly hosts?: readonly string[];
  readonly means?: Partial<LetterMeans>;
}

const hosts = ['admin.microsoft.com'];

const told = async (current: AdminRelationship, { hosts: known = hosts, means: others }: Told = {}, store = keep(current)) => {
  const facts = createLetterFacts({ store: await store, allowedHosts: () => known, ...means, ...others });
  return facts.read([], { cloud: current.cloud, customer: current.customer, item: null, caseId: current.id });
};

const ruled = (cloud: AdminRelationship['cloud'], facts: FactValues) => {
  const msg = Object.fromEntries(Object.entries(facts).map(([path, value]) => [path.replace('msg.', ''), value]));
  const decision = decide(situationOf({ asOf: '2026-03-02', cloud, flow: 'invitation_message', facts: { msg } }));
  return [decision.verdict, ...decision.findings.map(({ rule }) => rule)];
};

describe('a letter as it is sent', () => {
  test('holds Microsoft’s link as it was made, and may go out', async () => {
    const facts = await told(awaiting({ wants: 'gdap', paragraph: 'As agreed.' }));
    expect(facts).toEqual({
      'msg.edited': true,
      'msg.editedParagraphs': expect.arrayContaining([1, 2, 3]) as unknown,
      'msg.linkState': 'intact',
      'msg.linkKind': 'gdap',
      'msg.linkHost': 'admin.microsoft.com',
      'msg.hostAllowListed': null,
      'msg.reuseForOtherCustomer': false,
    });
    expect(ruled('global', facts as FactValues)).toEqual(['allow', 'R-MSG-EDITABLE']);
  });

  test('of two invitations the stricter kind counts', async () => {
    expect(await told(awaiting())).toMatchObject({ 'msg.linkState': 'intact', 'msg.linkKind': 'gdap' });
    expect(await told(awaiting({ wants: 'reseller' }))).toMatchObject({ 'msg.linkKind': 'reseller' });
  });

  test.each([
    ['another host', 'https://admin.microsoft.com.evil.example/x', 'admin.microsoft.com.evil.example'],
    ['a host behind a name', 'https://admin.microsoft.com@evil.example/x', 'evil.example'],
    ['another port', 'https://admin.microsoft.com:8443/x', 'admin.microsoft.com:8443'],
    ['a line that anybody can listen to', 'http://admin.microsoft.com/x', 'http://admin.microsoft.com'],
  ])('a link to %s is refused', async (_, gdapLink, host) => {
    const facts = await told(awaiting({ gdapLink }));
    expect(facts).toMatchObject({ 'msg.linkHost': host });
    expect(ruled('global', facts as FactValues)).toEqual(expect.arrayContaining(['deny', 'R-LINK-HOST']));
  });

  test('a strange host does not hide behind another one that the operator forgot to name', async () => {
    const facts = await told(awaiting({ gdapLink: 'https://evil.example/x' }), { hosts: [] });
    expect(facts).toMatchObject({ 'msg.linkHost': 'admin.microsoft.com evil.example' });
    expect(ruled('global', facts as FactValues)).toEqual(expect.arrayContaining(['deny', 'R-LINK-HOST']));
  });

  test('an address that somebody has for a name counts as an altered link', async () => {
    const facts = await told(awaiting({ customer: { name: 'Contoso https://evil.example' } }));
    expect(facts).toMatchObject({ 'msg.linkState': 'altered' });
    expect(ruled('global', facts as FactValues)).toEqual(expect.arrayContaining(['deny', 'R-LINK-KEEP']));
  });

  test('of what is not waiting for a customer nothing is told, nor of what is no case', async () => {
    expect(await told(over())).toEqual({});
    const facts = createLetterFacts({ store: createMemoryStore(), allowedHosts: () => [], ...means });
    const { cloud, customer } = awaiting();
    expect(await facts.read([], { cloud, customer, item: null, caseId: null })).toEqual({});
  });

  test('without an account of ours nobody can say', async () => {
    expect(await told(awaiting({ cloud: 'us_gov' }))).toEqual({ unreachable: 'an account of ours in the cloud us_gov' });
  });
});

describe('at 21Vianet', () => {
  const current = awaiting({ cloud: 'china_21v', wants: 'reseller', paragraph: 'As agreed.' });

  test('the first two paragraphs are ours, and no other', async () => {
    const facts = await told(current);
    expect(facts).toMatchObject({ 'msg.editedParagraphs': [1, 2], 'msg.linkState': 'intact', 'msg.hostAllowListed': true });
    expect(ruled('china_21v', facts as FactValues)[0]).toBe('allow');
  });

  test('a host that the operator does not know is for a person to judge', async () => {
    const facts = await told(current, { hosts: [] });
    expect(facts).toMatchObject({ 'msg.hostAllowListed': false });
    expect(ruled('china_21v', facts as FactValues)).toEqual(expect.arrayContaining(['needs_review', 'R-LINK-HOST-NATIONAL']));
  });

  test('as long as nobody has told us the text from the third on, no letter goes out', async () => {
    const facts = await told(current, { means: { fixedText: () => null } });
    expect(facts).toMatchObject({ 'msg.editedParagraphs': [1, 2, 3], 'msg.linkState': 'removed' });
    expect(ruled('china_21v', facts as FactValues)).toEqual(
      expect.arrayContaining(['deny', 'R-21V-MSG-TWO-PARAGRAPHS', 'R-LINK-KEEP']),
    );
  });
});

describe('a link that has gone out before', () => {
  const first = awaiting({ id: caseIdFor('ADM', 'first') });
  const again = { id: caseIdFor('ADM', 'again') };
  const fabrikam = { tenant: '22222222-2222-4222-8222-222222222222', name: 'Fabrikam', domain: 'fabrikam.example' };

  const toldAfter = async (current: AdminRelationship) => {
    const store = await keep(first);
    const used = createLinksUsed(store);
    for (const link of Object.values(links)) await used.claim(link, first);
    return told(current, {}, keep(current, store));
  };

  test('may go to the same customer once more', async () => {
    expect(await toldAfter(awaiting(again))).toMatchObject({ 'msg.reuseForOtherCustomer': false });
  });

  test('may go to another customer if it names nobody, and that is told', async () => {
    const facts = await toldAfter(awaiting({ ...again, wants: 'reseller', customer: fabrikam }));
    expect(facts).toMatchObject({ 'msg.reuseForOtherCustomer': true });
    expect(ruled('global', facts as FactValues)).toEqual(expect.arrayContaining(['allow', 'R-LINK-REUSABLE']));
  });

  test('may not go to another customer if it is for one relationship', async () => {
    const facts = await toldAfter(awaiting({ ...again, customer: fabrikam }));
    expect(ruled('global', facts as FactValues)).toEqual(expect.arrayContaining(['deny', 'R-GDAP-LINK-SINGLE']));
  });

  test('is not taken for another customer’s because the tenant was not known then', async () => {
    expect(await toldAfter(awaiting({ ...again, customer: { tenant: null } }))).toMatchObject({
      'msg.reuseForOtherCustomer': false,
    });
  });
});

describe('a link in a letter', () => {
  const written = letter('invitation', awaiting({ wants: 'gdap' }));

  test.each([
    ['one letter less', links.gdap.slice(0, -1), 'altered'],
    ['other capitals', links.gdap.toUpperCase(), 'altered'],
    ['something behind it', `${links.gdap}?track=1`, 'altered'],
    ['nothing of it', '', 'removed'],
  ])('%s is not the link any more', (_, link, state) => {
    const blocks = written.blocks.map((block) => (block.kind === 'link' ? { ...block, link } : block));
    expect(linkStateOf({ ...written, blocks }, [links.gdap])).toBe(state);
  });

  test('one that HTML could not lead to is missing there, whatever the plain text says', () => {
    const link = 'ftp://admin.microsoft.com/x';
    const blocks = written.blocks.map((block) => (block.kind === 'link' ? { ...block, link } : block));
    expect(linkStateOf({ ...written, blocks }, [link])).toBe('removed');
  });

  test.each(['Contoso', 'contoso.example', 'A/S Contoso', 'Contoso S.p.A./N.V.'])('%s is a name, and no link', (name) => {
    expect(linkStateOf(letter('invitation', awaiting({ wants: 'gdap', customer: { name } })), [links.gdap])).toBe('intact');
  });

  test.each(['www.contoso.example', 'contoso.example/login', 'https://contoso.example', 'contosо.example/вход'])(
    '%s is one, whoever bears it as a name',
    (name) => {
      expect(linkStateOf(letter('invitation', awaiting({ wants: 'gdap', customer: { name } })), [links.gdap])).toBe('altered');
    },
  );

  test('the page that people are told to type is none', () => {
    const typed = letter('invitation', awaiting({ wants: 'gdap' }), {
      check: () => ({ code: 'KX7D', page: 'www.nordlys.example/letters' }),
    });
    expect(linkStateOf(typed, [links.gdap])).toBe('intact');
    expect(linkStateOf({ ...typed, typed: null }, [links.gdap])).toBe('altered');
  });
});
