import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseId } from '../../src/cases/ids.ts';
import { seenOf } from '../../src/cases/seen.ts';
import type { House } from '../../src/playground/house.ts';
import { click, inquiring, inviting } from '../support/requests.ts';
import { cast, openStage } from '../support/stage.ts';
import type { Name, Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ customers: 'letters.nordlys.example' });
});
afterAll(async () => {
  await stage.close();
});

const CODE = /(?:[A-Z]{5}-){4}[A-Z]{5}/;
const CONTOSO = 'c0570025-0025-4c25-8c25-000000000c25';
const customer = { ...inviting().customer, tenant: CONTOSO };

const person = (name: Name) => ({ id: cast[name].id, name: cast[name].name, roles: [...cast[name].roles] });
const house = (): House => stage.house();

const asked = async (): Promise<CaseId> => {
  const handled = await house().handle({ ...inviting({ reseller: null }), actor: person('ana'), customer });
  if (handled.kind !== 'done') throw new Error(JSON.stringify(handled));
  await stage.settle();
  return handled.caseId;
};

const at = (path: string): string => `http://127.0.0.1:${house().port}${path}`;
const cardOf = (name: Name): string =>
  JSON.stringify(stage.actor(name).sees(stage.chat(name).messages.findLast((one) => one.card !== null) as never));

test('letter, page and cards have the same code, and it outlives a restart', async () => {
  const id = await asked();
  const kept = (await stage.store.case(id))?.case;
  if (kept === undefined) throw new Error('No case');
  expect(cardOf('ana')).not.toMatch(CODE);
  await house().handle({ name: 'approve-case', key: click(), actor: person('ada'), caseId: id, words: '', seen: seenOf(kept) });
  await stage.settle();
  await stage.later({ minutes: 5 });

  const [file = ''] = readdirSync(stage.letters).filter((name) => name.includes('invitation'));
  const letter = readFileSync(join(stage.letters, file), 'utf8').replace(/=\r?\n/g, '');
  const code = CODE.exec(letter)?.[0] ?? '';
  expect(code).toMatch(CODE);
  expect(letter).toContain('letters.nordlys.example/letter');
  expect(cardOf('ana')).toContain(code);

  const page = await (await fetch(at(`/letter/${code}`), { headers: { 'Accept-Language': 'de' } })).text();
  expect(page).toContain(id);
  expect(page).toContain(cast.ana.name);
  await stage.restart();
  expect((await fetch(at(`/letter/${code}`))).status).toBe(200);
});

test('what the customer answers stands on the card at once, and is remembered as told by the customer', async () => {
  const id = await asked();
  const { inviteAnswers } = house();
  if (inviteAnswers === null) throw new Error('No pages');
  const { code } = await inviteAnswers(`answers/${id}`, { cloud: 'global', customer, caseId: id, asker: cast.ana.name });
  const fields = { what: 'Web shop', boughtFrom: 'other_csp', term: 'active', wish: 'yes', wishDay: '2026-11-12' };
  const answer = await fetch(at('/answers'), {
    method: 'POST',
    body: new URLSearchParams({ code, ...fields, partnerName: 'Granitt IT AS', partnerPlace: '' }),
  });
  expect(answer.status).toBe(200);
  await stage.settle();
  const card = cardOf('ana');
  expect(card).toContain('told by the customer on 16 November 2026');
  expect(card).toContain('Granitt IT AS');
  const notes = JSON.stringify([await stage.store.notes('told/', null, 10), await stage.store.notes('items/', null, 10)]);
  expect(notes).toContain('"xfer.customerWrittenRequest":true');
  expect(notes.match(/"by":"customer","on":"2026-11-16"/g)).toHaveLength(2);
});

test('a customer is asked by letter, and answers with the code that stands in it and not on the card', async () => {
  const handled = await house().handle({ ...inquiring({ customer }), actor: person('ana') });
  if (handled.kind !== 'done') throw new Error(JSON.stringify(handled));
  await stage.settle();
  await stage.later({ minutes: 5 });

  const [file = ''] = readdirSync(stage.letters).filter((name) => name.includes('questions'));
  const letter = readFileSync(join(stage.letters, file), 'utf8').replace(/=\r?\n/g, '');
  const [code = '', known = ''] = new Set(Array.from(letter.matchAll(new RegExp(CODE, 'g')), ([one]) => one));
  expect(letter).toContain('letters.nordlys.example/answers');
  expect(letter).not.toContain('href=');
  expect(known).toMatch(CODE);
  expect(cardOf('ana')).toContain(known);
  expect(cardOf('ana')).not.toContain(code);
  expect((await fetch(at(`/letter/${known}`))).status).toBe(200);
  expect((await fetch(at(`/answers/${known}`))).status).toBe(404);

  const fields = {
    what: 'Web shop',
    boughtFrom: 'other_csp',
    term: 'active',
    wish: 'no',
    wishDay: '',
    partnerName: '',
    partnerPlace: '',
  };
  const answer = await fetch(at('/answers'), { method: 'POST', body: new URLSearchParams({ code, ...fields }) });
  expect(answer.status).toBe(200);
  expect((await stage.store.case(handled.caseId))?.case).toMatchObject({ kind: 'customer-inquiry', status: 'done' });
});
