import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { contoso, happens } from '../support/cases.ts';
import { FIRST, openPages } from './visited.ts';
import type { Pages } from './visited.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => {
  pages.close();
});

/** Every test some hours later, so that nobody has come too often. */
let hours = 0;
beforeEach(() => {
  pages.set(new Date(Date.parse(FIRST) + ++hours * 3_600_000).toISOString() as Instant);
  pages.remembered.length = 0;
});

const good = {
  what: 'Microsoft 365 Business Premium',
  boughtFrom: 'other_csp',
  term: 'active',
  partnerName: 'Granitt IT AS',
  partnerPlace: 'granitt.example',
  wish: 'yes',
  wishDay: '2026-03-01',
};

let keys = 0;
const invite = async (about: Partial<Parameters<Pages['inviteAnswers']>[1]> = {}) => {
  const { code } = await pages.inviteAnswers(`draft-${++keys}`, {
    ...{ cloud: 'global', customer: contoso, caseId: null, asker: 'Ana Lindqvist', ...about },
  });
  return code;
};

const send = async (code: string, fields: Record<string, string> = good) => {
  const answer = await pages.post('/answers', { code, lang: 'en', ...fields });
  return { status: answer.status, html: await answer.text() };
};
const see = async (code: string, query = '') => (await pages.get(`/answers/${code}${query}`)).text();

describe('the page for answers', () => {
  test.each(languages)('asks in %s only what the customer alone knows, and says that it changes nothing', async (language) => {
    const html = await see(await invite(), `?lang=${language}`);
    const { say } = speakerOf(language);
    const keys = ['answers.what', 'answers.from', 'answers.term', 'answers.partnerName', 'answers.wish'] as const;
    for (const key of keys) expect(html).toContain(say(key));
    expect(html).toContain(say('answers.nothing', { partner: 'Nordlys Cloud AS' }).replace(/'/g, '&#39;'));
    for (const name of Object.keys(good)) expect(html).toContain(`name="${name}"`);
    expect(html).not.toMatch(/name="(?:password|email|user)|type="password"/);
  });

  test('is the same page under the same key, and another under another', async () => {
    const about = { cloud: 'global', customer: contoso, caseId: null, asker: 'Ana' } as const;
    const [one, same, other] = [
      await pages.inviteAnswers('one', about),
      await pages.inviteAnswers('one', about),
      await pages.inviteAnswers('two', about),
    ];
    expect(same).toEqual(one);
    expect(other.code).not.toBe(one.code);
    expect(one.page).toBe('letters.nordlys.example/answers');
  });

  test('takes the answers, shows them as answered, and has them remembered', async () => {
    const code = await invite();
    const { status, html } = await send(code);
    expect(status).toBe(200);
    expect(html).toContain('Answered on 2 March 2026');
    expect(html).toContain('granitt.example');
    expect(pages.remembered).toMatchObject([{ invited: { customer: { name: contoso.name } }, answers: good }]);
    expect(await see(code)).toContain('Send corrected answers');
  });

  test('takes the same answers once, and corrections as such', async () => {
    const code = await invite();
    await send(code);
    await send(code);
    expect(pages.remembered).toHaveLength(1);
    const { html } = await send(code, { ...good, term: 'ended', wish: 'no' });
    expect(html).toContain('It ended longer ago');
    expect(pages.remembered.map(({ answers }) => answers)).toEqual([good, { ...good, term: 'ended', wish: 'no', wishDay: '' }]);
    expect(new Set(pages.remembered.map(({ id }) => id)).size).toBe(1);
  });

  test('takes the same answers sent twice at once, and says so to both', async () => {
    const code = await invite();
    const both = await Promise.all([send(code), send(code)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.every(({ html }) => html.includes('Answered on'))).toBe(true);
  });

  test('is closed when its time is over', async () => {
    const code = await invite();
    await send(code);
    pages.set('2026-06-30T09:00:00.000Z' as Instant);
    const { html } = await send(code, { ...good, term: 'ended' });
    expect(html).toContain('These questions are closed');
    expect(html).toContain('It is running');
    expect(html).not.toContain('<form');
    expect(pages.remembered).toHaveLength(1);
  });
});

describe('what cannot be right', () => {
  test.each([
    ['nothing', { what: '', boughtFrom: '', term: '', partnerName: '', partnerPlace: '', wish: '', wishDay: '' }, 4],
    ['only blanks', { ...good, what: ' \u200b\u202e\n' }, 1],
    ['a choice that is none', { ...good, boughtFrom: '__proto__' }, 1],
    ['a day to come', { ...good, wishDay: '2027-01-01' }, 1],
    ['a day before all days', { ...good, wishDay: '0001-01-01' }, 1],
    ['no day', { ...good, wishDay: '2026-02-30' }, 1],
    ['a yes without a day', { ...good, wishDay: '' }, 1],
    ['a place that is none', { ...good, partnerPlace: 'https://granitt.example/' }, 1],
    ['a novel', { ...good, what: 'x'.repeat(201), partnerName: 'x'.repeat(201) }, 2],
  ])('%s is asked for again, with what was typed still there', async (_title, fields, marked) => {
    const { status, html } = await send(await invite(), fields);
    expect(status).toBe(422);
    expect(html.match(/class="wrong"/g)).toHaveLength(marked);
    expect(html).toContain('Some answers are missing');
    expect(html).toContain(fields.partnerName.slice(0, 20));
    expect(pages.remembered).toEqual([]);
  });

  test('markup stays text, and what nobody sees is gone', async () => {
    const { html } = await send(await invite(), {
      ...good,
      what: '"><script>alert(1)</script>\u202e',
      partnerName: `O'Hara & "Co"`,
    });
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
    expect(html).not.toMatch(/<script|\u202e/);
    expect(pages.remembered[0]?.answers).toMatchObject({ what: '"><script>alert(1)</script>' });
  });

  test('without the code nothing is taken', async () => {
    for (const code of ['', 'x', 'A'.repeat(25)]) expect((await send(code)).status).toBe(404);
    expect(pages.remembered).toEqual([]);
  });
});

describe('answers about a case', () => {
  test('stand on the case, and decide nothing', async () => {
    const current = await pages.keep(happens('case-opened', '03-02 09:00'));
    const code = await invite({ caseId: current.id });
    expect((await send(code)).status).toBe(200);
    const kept = (await pages.store.case(current.id))?.case;
    expect(kept).toMatchObject({
      status: 'awaiting-approval',
      decisions: current.decisions,
      approvals: [],
      customerTold: {
        told: {
          what: good.what,
          answers: { 'item.boughtFrom': 'other_csp', 'item.term': 'active', 'xfer.customerWrittenRequest': true },
          partner: { name: 'Granitt IT AS', place: 'granitt.example' },
          writtenOn: '2026-03-01',
        },
      },
    });
    await send(code, { ...good, boughtFrom: 'unknown', term: 'unknown', partnerName: '', partnerPlace: '', wish: 'no' });
    const told = (await pages.store.case(current.id))?.case.customerTold?.told;
    expect(told).toEqual({ what: good.what, answers: { 'xfer.customerWrittenRequest': false }, partner: null, writtenOn: null });
  });

  test('are closed once it has moved on, and when there is none', async () => {
    const other = await openPages();
    const current = await other.keep(happens('case-opened', '03-02 09:00'), happens('case-declined', '03-02 10:00'));
    const about = { cloud: 'global', customer: contoso, asker: '' } as const;
    const { code } = await other.inviteAnswers('late', { ...about, caseId: current.id });
    const nowhere = await other.inviteAnswers('nowhere', { ...about, caseId: 'ADM-00000-00000' as never });
    const html = await (await other.post('/answers', { code, ...good })).text();
    const none = await (await other.get(`/answers/${nowhere.code}`)).text();
    other.close();
    expect(html).toContain('These questions are closed');
    expect(none).toContain('These questions are closed');
    expect(other.remembered).toEqual([]);
  });

  test('that could not be kept are asked for again, and never said to be there', async () => {
    const other = await openPages();
    const { code } = await other.inviteAnswers('x', { cloud: 'global', customer: contoso, caseId: null, asker: '' });
    const commit = other.store.commit;
    other.store.commit = () => Promise.resolve('conflict');
    const answer = await other.post('/answers', { code, ...good });
    other.store.commit = commit;
    const html = await answer.text();
    const after = await (await other.get(`/answers/${code}`)).text();
    other.close();
    expect(answer.status).toBe(503);
    expect(html).toContain(good.what);
    expect(after).not.toContain('Answered on');
  });
});
