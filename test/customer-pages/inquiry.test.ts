import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import type { Instant } from '../../src/cases/time.ts';
import { happens, inquiryOpened } from '../support/cases.ts';
import { openPages } from './visited.ts';
import type { Pages } from './visited.ts';

let pages: Pages;
let current: Case;
let code = '';
beforeEach(async () => {
  pages = await openPages();
  current = await pages.posted(inquiryOpened('03-02 09:00'), happens('letter-sent', '03-02 09:01', { letter: 'questions' }));
  code = pages.check(current).code;
});
afterEach(() => {
  pages.close();
});

const answers = { what: 'Web shop', boughtFrom: 'other_csp', term: 'active', partnerName: 'Granitt IT AS', partnerPlace: '' };
const good = { ...answers, wish: 'yes', wishDay: '2026-03-01' };

const see = async (path: string) => (await pages.get(path)).text();
const send = async (fields: Record<string, string> = good) =>
  (await pages.post('/answers', { code, lang: 'en', ...fields })).text();
const kept = async () => (await pages.store.case(current.id))?.case;

describe('the code of a letter with questions', () => {
  test('opens the page on which they are answered, and it says who asks and what about', async () => {
    expect(pages.check(current).page).toBe('letters.nordlys.example/answers');
    const html = await see(`/answers/${code}`);
    expect(html).toContain('Ana Lindqvist at Nordlys Cloud AS');
    expect(html).toContain('value="Marta’s web shop"');
    expect(html).toContain('give Nordlys Cloud AS no rights');
  });

  test('shows on the other page that the letter is ours, and that nothing can be accepted', async () => {
    const html = await see(`/letter/${code}`);
    for (const told of [current.id, code, 'Ana Lindqvist', 'contoso.example', 'Sent on', 'only you can answer'])
      expect(html).toContain(told);
    expect(html).toContain('These questions are open. Your answers change nothing by themselves.');
    expect(html).not.toMatch(/Marta|it@contoso/);
  });

  test('opens nothing before the letter is sent', async () => {
    const other = await openPages();
    const unsent = await other.keep(inquiryOpened('03-02 09:00'));
    expect((await other.get(`/answers/${other.check(unsent).code}`)).status).toBe(404);
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
    expect(await see(`/answers/${code}`)).toContain('Send corrected answers');
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
  const html = await (await other.get(`/answers/${other.check(withdrawn).code}`)).text();
  expect(html).toContain('These questions are closed');
  expect(await (await other.get(`/letter/${other.check(withdrawn).code}`)).text()).toContain('We have withdrawn this request.');
  other.close();
});
