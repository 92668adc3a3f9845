import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '../../src/cases/case.ts';
import type { Instant } from '../../src/cases/time.ts';
import { spelt } from '../../src/customer-pages/spelling.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { adminId, ana, happens, invite, moveAzure, switchOpened } from '../support/cases.ts';
import { hasNegator } from '../support/negators.ts';
import { openPages } from './visited.ts';
import type { Pages } from './visited.ts';

let pages: Pages;
let code = '';

const NEVER = spelt(4711n);

const opened = happens('case-opened', '03-02 09:00');
const sent = [
  opened,
  happens('case-approved', '03-02 12:00'),
  happens('invitation-prepared', '03-02 12:01', { what: 'reseller', link: 'https://admin.microsoft.com/reseller' }),
  happens('invitation-prepared', '03-02 12:02'),
  happens('invitation-ready', '03-02 12:02'),
  happens('letter-sent', '03-02 12:03'),
  happens('letter-sent', '03-05 09:00', { letter: 'reminder' }),
];

beforeAll(async () => {
  pages = await openPages();
  code = await pages.written(...sent);
});
afterAll(() => {
  pages.close();
});

const words = (html: string): string =>
  html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** Every visit at another time, so that nobody has come too often. */
let hours = 0;
const see = async (path: string, headers?: Record<string, string>) => {
  pages.set(new Date(Date.parse('2026-03-06T00:00:00Z') + ++hours * 3_600_000).toISOString() as Instant);
  const answer = await pages.get(path, headers);
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};

describe('a genuine letter', () => {
  test('shows who has sent what to which domain and when, and whether it still holds', async () => {
    const { status, html } = await see(`/letter/${code}`);
    const said = words(html);
    expect(status).toBe(200);
    for (const part of ['Nordlys Cloud AS', '6100001', ana.name, 'contoso.example', '2 March 2026', '5 March 2026', adminId, code])
      expect(said).toContain(part);
    expect(said).toContain('Nothing changes until it is accepted');
  });

  test('says nothing of a person at the customer, and leads nowhere', async () => {
    const { html } = await see(`/letter/${code}`);
    expect(html).not.toMatch(/it@contoso|marta|https?:/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.every((link) => link.startsWith('/letter/'))).toBe(true);
  });

  test.each(languages)('is explained in %s, with what it does not do', async (language) => {
    const { html, headers } = await see(`/letter/${code}?lang=${language}`);
    const { say } = speakerOf(language);
    expect(headers.get('content-language')).toBe(language);
    expect(html).toContain(`<html lang="${language}"`);
    const said = words(html);
    for (const key of ['genuine.state.open', 'genuine.caution.address', 'genuine.caution.telephone'] as const)
      expect(said).toContain(words(say(key).replace(/'/g, '&#39;')));
    const unchanged = say('letter.unchanged.subscriptions');
    expect(said).toContain(unchanged);
    expect(hasNegator(language, unchanged)).toBe(true);
  });

  test('speaks as the browser likes it best, or as it was chosen, and else English', async () => {
    const languageFor = async (header: string, path = `/letter/${code}`) =>
      (await see(path, { 'Accept-Language': header })).headers.get('content-language');
    expect(await languageFor('xx, ru;q=0.3, fr-CA;q=0.8, es;q=0')).toBe('fr');
    expect(await languageFor('zh-CN')).toBe('zh-Hans');
    expect(await languageFor(';;;q=x,,,')).toBe('en');
    expect(await languageFor('fr', `/letter/${code}?lang=it&lang=de`)).toBe('it');
    expect(await languageFor('fr', `/letter/${code}?lang=%00`)).toBe('fr');
  });

  test('is found by a code that was typed into the form, in any grouping', async () => {
    const answer = await pages.post('/letter', { code: code.toLowerCase().replaceAll('-', ' '), lang: 'de' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-language')).toBe('de');
    expect(await answer.text()).toContain(adminId);
  });
});

const last = (...more: readonly CaseEvent[]): readonly CaseEvent[] => [...sent, ...more];
const reseller = happens('customer-accepted', '03-06 08:00', { what: 'reseller' });

test.each([
  ['both', 'reseller relationship and administrator rights'],
  ['reseller', 'reseller relationship'],
  ['gdap', 'administrator rights'],
] as const)('of what a letter asks for (%s) no more is shown than it asks for', async (wanted, about) => {
  const own = await openPages();
  const typed = await own.written(happens('case-opened', '03-02 09:00', { proposal: invite(wanted) }));
  const html = await (await own.get(`/letter/${typed}`)).text();
  own.close();
  expect(html).toContain(`<dt>It is about</dt><dd>${about}</dd>`);
});

describe('whether it still holds', () => {
  test.each([
    ['accepted', last(reseller, happens('customer-accepted', '03-06 09:00')), 'accepted'],
    ['expired', last(happens('customer-stayed-silent', '05-31 12:02')), 'expired'],
    ['withdrawn', last(happens('invitation-recalled', '03-06 09:00')), 'withdrawn'],
    ['looked into', last(happens('case-stuck', '03-06 09:00')), 'held'],
  ] as const)('%s', async (_title, events, state) => {
    const other = await openPages();
    const its = await other.written(...events);
    const html = await (await other.get(`/letter/${its}`)).text();
    other.close();
    expect(html).toContain(speakerOf('en').say(`genuine.state.${state}`));
  });

  test('a planned switch says that nothing is accepted here', async () => {
    const other = await openPages();
    const its = await other.written(
      switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')),
      happens('case-approved', '03-02 12:00'),
      happens('letter-sent', '03-02 12:03', { letter: 'switch-planned' }),
    );
    const said = words(await (await other.get(`/letter/${its}`)).text());
    other.close();
    expect(said).toContain('You accept nothing on this page');
  });
});

describe('a wrong code', () => {
  test('gets one and the same page, be it one that never was or none at all', async () => {
    const never = await see(`/letter/${NEVER}`);
    expect(never.status).toBe(404);
    const others = ['x', '%2e%2e%2f', '%00', 'ADM-1', encodeURIComponent('<b>"&'), 'а'.repeat(90), '__proto__'];
    for (const other of others) {
      const answer = await see(`/letter/${other}`);
      expect([other, answer.status, answer.html]).toEqual([other, 404, never.html]);
    }
  });

  test('is looked for in any case, so that the time tells nothing', async () => {
    const asked: string[] = [];
    const note = pages.store.note;
    pages.store.note = (key) => (asked.push(key), note(key));
    for (const typed of [NEVER, 'x', '', '<script>']) await pages.codes.find('letter', typed);
    pages.store.note = note;
    expect(asked).toHaveLength(4);
  });

  test('is told from a slip of the finger', async () => {
    const slip = code.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'));
    const { status, html } = await see(`/letter/${slip}`);
    expect(status).toBe(404);
    expect(html).toContain('A letter of the code is mistyped');
    expect(html).not.toContain(adminId);
  });

  test('of another kind of page is wrong here', async () => {
    const { code: other } = await pages.inviteAnswers('a question', {
      ...{ cloud: 'global', caseId: null, asker: 'Ana' },
      customer: { name: 'Contoso', tenant: null, domain: 'contoso.example' },
    });
    expect((await see(`/letter/${other}`)).status).toBe(404);
  });
});

describe('every page', () => {
  test.each(['/letter', '/letter/x', '/answers', '/answers/x'])(
    '%s keeps nothing, tells nobody and needs no program',
    async (path) => {
      const { headers, html } = await see(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('set-cookie')).toBeNull();
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
      );
      expect(html).not.toMatch(/<script|<img|\son\w+=|\sstyle=/i);
      expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
    },
  );

  test('says how to be sure: the address that is known, or the telephone', async () => {
    for (const path of ['/letter', `/letter/${code}`, `/letter/${NEVER}`]) {
      const said = words((await see(path)).html);
      expect(said).toContain('Type the address of this page yourself, as you know it from your contract');
      expect(said).toContain('call us on a number that you already have');
    }
  });

  test('survives what nobody should send', async () => {
    const raw = (text: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(pages.port, '127.0.0.1');
        let heard = '';
        socket.on('data', (chunk) => (heard += chunk.toString()));
        socket.on('error', () => undefined);
        socket.on('close', () => {
          resolve(heard);
        });
        socket.write(text);
      });
    const odd = [
      '/letter/%ff%fe',
      '/letter/%',
      '/letter/%zz',
      '/letter//',
      '/letter/?code',
      `/letter/${'A'.repeat(3000)}`,
      '/letter/x?lang=%',
      '//letter',
    ];
    for (const path of odd)
      expect(await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 [24]/);
    const long = await fetch(`${pages.base}/letter`, { method: 'POST', body: 'x'.repeat(20_000) });
    expect(long.status).toBe(413);
    expect((await fetch(`${pages.base}/letter`, { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await fetch(`${pages.base}/letter/${code}`, { method: 'HEAD' })).status).toBe(200);
  });

  test('answers in words whoever comes too often', async () => {
    const other = await openPages();
    const statuses: number[] = [];
    for (let often = 0; often < 31; often++) statuses.push((await other.get(`/letter/${NEVER}`)).status);
    const answer = await other.get('/letter', { 'Accept-Language': 'fr' });
    other.set('2026-03-02T13:10:00.000Z' as Instant);
    const later = await other.get('/letter');
    other.close();
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404));
    expect([statuses[30], answer.status, later.status]).toEqual([429, 429, 200]);
    expect(answer.headers.get('retry-after')).toBe('600');
    expect(await answer.text()).toContain('10 minutes');
  });
});

test('what people are called is text, whatever it looks like', async () => {
  const other = await openPages();
  const customer = { ...('customer' in opened ? opened.customer : {}), contact: 'a@xn--e1afmkfd.example' } as never;
  const requester = { ...ana, name: '<img src=x onerror=alert(1)>\u202e"&' };
  const its = await other.written(happens('case-opened', '03-02 09:00', { customer, requester }), ...sent.slice(1));
  const html = await (await other.get(`/letter/${its}`)).text();
  other.close();
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
});

test('the letter, the page and the card have the same code', () => {
  expect(pages.check({ id: adminId, kind: 'admin-relationship' })).toEqual({ code, page: 'letters.nordlys.example/letter' });
});
