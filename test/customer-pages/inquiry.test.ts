import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import type { Instant } from '../../src/cases/time.ts';
import { letterCodeOf } from '../../src/customer-pages/letter-code.ts';
import { happens, inquiryOpened } from '../support/cases.ts';
import { openPages } from './visited.ts';
import type { Pages } from './visited.ts';

let pages: Pages;
let current: Case;
/** What stands on the card, and what the letter alone says. */
let code = '';
let opens = '';
const codesOf = (at: Pages, asked: Case) => {
  const { code: known, opens: opening = '' } = at.check(asked);
  return { known, opening };
};
beforeEach(async () => {
  pages = await openPages();
  current = await pages.posted(inquiryOpened('03-02 09:00'), happens('letter-sent', '03-02 09:01', { letter: 'questions' }));
  ({ known: code, opening: opens } = codesOf(pages, current));
});
afterEach(() => {
  pages.close();
});

const answers = { what: 'Web shop', boughtFrom: 'other_csp', term: 'active', partnerName: 'Granitt IT AS', partnerPlace: '' };
const good = { ...answers, wish: 'yes', wishDay: '2026-03-01' };

const see = async (path: string) => (await pages.get(path)).text();
const send = async (fields: Record<string, string> = good) =>
  (await pages.post('/answers', { code: opens, lang: 'en', ...fields })).text();
const kept = async () => (await pages.store.case(current.id))?.case;

describe('the codes of a letter with questions', () => {
  test('the one on the card is not the one of the form, opens no form and answers nothing', async () => {
    const onCard = letterCodeOf(pages.codes, current);
    expect([onCard, onCard === opens]).toEqual([code, false]);
    expect((await pages.get(`/answers/${onCard}`)).status).toBe(404);
    expect((await pages.post('/answers', { ...good, code: onCard })).status).toBe(404);
    expect(await kept()).toMatchObject({ status: 'awaiting-customer' });
    expect(pages.remembered).toEqual([]);
    expect((await pages.get(`/answers/${opens}`)).status).toBe(200);
  });

  test('the one of the form stands on no other page', async () => {
    expect((await pages.get(`/letter/${opens}`)).status).toBe(404);
    expect(await see(`/letter/${code}`)).not.toContain(opens);
  });

  test('one opens the page on which they are answered, and it says who asks and what about', async () => {
    expect(pages.check(current).page).toBe('letters.nordlys.example/answers');
    const html = await see(`/answers/${opens}`);
    expect(html).toContain('Ana Lindqvist at Nordlys Cloud AS');
    expect(html).toContain('value="Marta’s web shop"');
    expect(html).toContain('give Nordlys Cloud AS no rights');
  });

  test('the other shows on its page that the letter is ours, and that nothing can be accepted', async () => {
    const html = await see(`/letter/${code}`);
    for (const told of [current.id, code, 'Ana Lindqvist', 'contoso.example', 'Sent on', 'only you can answer'])
      expect(html).toContain(told);
    expect(html).toContain('These questions are open. Your answers change nothing by themselves.');
    expect(html).not.toMatch(/Marta|it@contoso/);
  });

  test('open nothing before the letter is sent', async () => {
    const other = await openPages();
    const unsent = await other.keep(inquiryOpened('03-02 09:00'));
    const { known, opening } = codesOf(other, unsent);
    const both = [await other.get(`/answers/${opening}`), await other.get(`/letter/${known}`)];
    expect(both.map(({ status }) => status)).toEqual([404, 404]);
    other.close();
  });
});

describe('an answer', () => {
  test('takes the case to its end, and stands there as told by the customer', async () => {
    expect(await send()).toContain('Answered on 2 March 2026');
    const told = { what: 'Web shop', answers: { 'item.boughtFrom': 'other_csp' }, partner: { name: 'Granitt IT AS' } };
    expect(await kept()).toMatchObject({ status: 'done', customerTold: { told } });
    expect(await see(`/letter/${code}`)).toContain('These questions have been answered.');
  });

  test('may be put right while the page is open, and not after that', async () => {
    await send();
    expect(await see(`/answers/${opens}`)).toContain('Send corrected answers');
    expect(await send({ ...good, term: 'ended' })).toContain('It ended longer ago');
    expect(await kept()).toMatchObject({ status: 'done', customerTold: { told: { answers: { 'item.term': 'ended' } } } });
    pages.set('2026-05-03T09:00:00.000Z' as Instant);
    expect(await send({ ...good, term: 'cancelled' })).toContain('These questions are closed');
    expect(await kept()).toMatchObject({ customerTold: { told: { answers: { 'item.term': 'ended' } } } });
  });

  test('the same one sent twice is one answer', async () => {
    await send();
    await send();
    expect((await pages.store.history(current.id)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(pages.remembered).toHaveLength(1);
  });
});

test('what was withdrawn is closed, and nothing more is taken', async () => {
  const other = await openPages();
  const withdrawn = await other.posted(inquiryOpened('03-02 09:00'), happens('case-withdrawn', '03-02 10:00'));
  const { known, opening } = codesOf(other, withdrawn);
  const html = await (await other.get(`/answers/${opening}`)).text();
  expect(html).toContain('These questions are closed');
  expect(await (await other.get(`/letter/${known}`)).text()).toContain('We have withdrawn this request.');
  other.close();
});
