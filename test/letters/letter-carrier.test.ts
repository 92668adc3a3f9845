import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../src/cases/case.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import { recordLetterSent } from '../../src/commands/record-letter-sent.ts';
import type { LetterKind } from '../../src/letters/compose.ts';
import { createLetterCarrier } from '../../src/letters/letter-carrier.ts';
import { createFilePost } from '../../src/mail/file-post.ts';
import type { Mailed, Mailing } from '../../src/ports.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { readMail } from './read-mail.ts';
import { planned, switched, waiting } from './switched.ts';
import { awaiting, links, means, now, over, standing } from './written.ts';

const parent = mkdtempSync(join(tmpdir(), 'letters-'));
afterAll(() => {
  rmSync(parent, { recursive: true });
});

const from = 'handshake@nordlys.example';
const domainsOf = () => Promise.resolve(['contoso-group.example']);
let store = createMemoryStore();
let folder = '';
beforeEach(() => {
  store = createMemoryStore();
  folder = join(mkdtempSync(join(parent, 'one-')), 'letters');
});

const carrier = () => createLetterCarrier({ store, post: createFilePost(folder), from, domainsOf, ...means });

const errand = (current: Case, letter: LetterKind = 'invitation', key = `${current.id} 7 0`) =>
  ({ effect: { kind: 'send-letter', letter }, case: current, key, attempt: 0, now, sent: [] }) as const;

const files = (): string[] => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

describe('a letter that is carried out', () => {
  test('lies in the folder as a whole message, and its case hears of it', async () => {
    const outcome = await carrier().carryOut(errand(awaiting({ paragraph: 'As agreed.' })));
    const [message = ''] = files();
    const [, messageId = ''] = /^Message-ID: (\S+)\r\n/.exec(message) ?? [];
    expect(outcome).toEqual({ kind: 'done', report: { name: 'record-letter-sent', letter: 'invitation', messageId } });
    expect(messageId).toMatch(/^<[0-9a-f]{32}@nordlys\.example>$/);
    expect(message).toContain('\r\nTo: Contoso Bakeries\r\n <it@contoso.example>\r\n');
    const { text, html } = readMail(message);
    expect(text).toContain(`\r\n${links.gdap}\r\n`);
    expect(html).toContain(`<a href="${links.gdap}"`);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.eml$/)]);
  });

  test('is told in words that the case understands', async () => {
    const outcome = await carrier().carryOut(errand(awaiting()));
    const report = outcome.kind === 'done' ? outcome.report : null;
    const { caseId, ...rest } = { caseId: awaiting().id, ...report };
    expect(recordLetterSent.shape.safeParse({ ...rest, caseId, actor: 'outbox', key: 'a key of an effect' }).error).toBeUndefined();
  });

  test('is written once however often it is asked for, also after a restart', async () => {
    const first = await carrier().carryOut(errand(awaiting()));
    const [written] = files();
    const later = { ...errand(awaiting()), now: '2026-03-03T09:00:00.000Z' as typeof now, attempt: 1 };
    expect(await carrier().carryOut(later)).toEqual(first);
    expect(await carrier().lookUp?.(later)).toEqual(first);
    expect(files()).toEqual([written]);
  });

  test('is another one under another key', async () => {
    await carrier().carryOut(errand(awaiting(), 'reminder', 'one'));
    await carrier().carryOut(errand(awaiting(), 'reminder', 'two'));
    expect(files()).toHaveLength(2);
  });

  test('has not happened where no file is', async () => {
    expect(await carrier().lookUp?.(errand(awaiting()))).toEqual({ kind: 'absent' });
  });

  test.each([
    ['reminder', awaiting()],
    ['accepted', standing()],
    ['extended', standing({ wants: 'gdap' })],
    ['about-to-expire', standing()],
    ['ended', over()],
    ['switch-planned', planned()],
    ['switch-reminder', waiting()],
    ['after-switch', switched()],
  ] as const)('may be of the kind “%s”', async (kind, current) => {
    expect(await carrier().carryOut(errand(current, kind))).toMatchObject({ kind: 'done', report: { letter: kind } });
  });
});

describe('nothing is written, and it is said why', () => {
  const refusal = async (current: Case, kind: LetterKind = 'invitation') => {
    const outcome = await carrier().carryOut(errand(current, kind));
    expect(() => files()).toThrow('ENOENT');
    return 'code' in outcome ? outcome.code : outcome;
  };

  test('to nobody', async () => {
    expect(await refusal(awaiting({ customer: { contact: null } }))).toBe('no-recipient');
  });

  test('where we have no account', async () => {
    expect(await refusal(awaiting({ cloud: 'us_gov' }))).toBe('no-account');
  });

  test('with words that may not go out, wherever they came from', async () => {
    expect(await refusal(awaiting({ paragraph: 'Click https://evil.example now.' }))).toBe('paragraph-link');
    expect(await refusal(awaiting({ paragraph: 'Click <b>now</b>.' }), 'reminder')).toBe('paragraph-markup');
    const letter = { paragraph: 'Write to me@evil.example.' };
    expect(await refusal(planned({ letter }), 'switch-planned')).toBe('paragraph-link');
  });

  test('with an address that is not Microsoft’s', async () => {
    expect(await refusal(awaiting({ customer: { name: 'https://evil.example' } }))).toBe('link-not-intact');
  });

  test('with an address that is not Microsoft’s, in whatever letter and however it is written', async () => {
    expect(await refusal(standing({ customer: { name: 'Contoso www.evil.example' } }), 'accepted')).toBe('link-not-intact');
    expect(await refusal(planned({ customer: { name: 'evil.example/login' } }), 'switch-planned')).toBe('link-not-intact');
    expect(await refusal(awaiting({ gdapLink: 'javascript://admin.microsoft.com/%0aalert(1)' }))).toBe('link-not-intact');
  });

  test('of what is not so any more', async () => {
    expect(await refusal(over())).toBe('no-invitation');
    expect(await refusal(over(), 'accepted')).toEqual({ kind: 'done' });
    expect(await refusal(planned(), 'switch-reminder')).toEqual({ kind: 'done' });
    expect(await refusal(planned(), 'after-switch')).toEqual({ kind: 'done' });
    expect(await refusal(planned(), 'accepted')).toEqual({ kind: 'done' });
    expect(await refusal(standing({ wants: 'reseller' }), 'about-to-expire')).toEqual({ kind: 'done' });
  });
});

test('a link for one customer is not sent to a second one', async () => {
  const first = awaiting({ id: caseIdFor('ADM', 'first') });
  const fabrikam = {
    tenant: '22222222-2222-4222-8222-222222222222',
    name: 'Fabrikam',
    domain: 'fabrikam.example',
    contact: 'it@fabrikam.example',
  };
  await store.commit({ next: { kept: { case: first, version: 1, head: '0'.repeat(64) }, expected: 0 } });
  await carrier().carryOut(errand(first));
  const second = awaiting({ id: caseIdFor('ADM', 'second'), customer: fabrikam });
  expect(await carrier().carryOut(errand(second))).toMatchObject({ kind: 'refused', code: 'link-of-another-customer' });
  expect(files()).toHaveLength(1);
});

describe('whose address it is', () => {
  const went = async (customer: Partial<Case['customer']>) => {
    const outcome = await carrier().carryOut(errand(awaiting({ customer }), 'invitation', String(customer.contact)));
    return 'code' in outcome ? outcome.code : outcome.kind;
  };

  test('the customer’s own, at any domain that a service knows to be theirs, or one that a person has confirmed', async () => {
    expect(await went({ contact: 'it@mail.contoso.example' })).toBe('done');
    expect(await went({ contact: 'it@contoso-group.example' })).toBe('done');
    expect(await went({ contact: 'it@fabrikam.example', isContactConfirmed: true })).toBe('done');
  });

  test('nobody else’s, and none that only looks like theirs, whoever has confirmed it', async () => {
    expect(await went({ contact: 'it@fabrikam.example' })).toBe('recipient-other-domain');
    expect(await went({ contact: 'it@c0ntoso.example', isContactConfirmed: true })).toBe('recipient-mimics');
    expect(await went({ contact: 'it@xn--contso-zqf.example', isContactConfirmed: true })).toBe('recipient-mimics');
    expect(() => files()).toThrow('ENOENT');
  });
});

describe('a post that does not take it', () => {
  const mailing: Mailing[] = [];
  const posting = (...answers: readonly Mailed[]) =>
    createLetterCarrier({
      ...{ store, from, domainsOf, ...means },
      post: {
        send: (one) => {
          mailing.push(one);
          return Promise.resolve(answers[mailing.length - 1] ?? { kind: 'sent' });
        },
      },
    });
  beforeEach(() => {
    mailing.length = 0;
  });

  test('says so in its own words, and the letter is tried again under the same id', async () => {
    const greylisted = { kind: 'again', words: '451 later', after: now } as const;
    const one = posting(greylisted, { kind: 'refused', code: 'smtp-550', words: '550 nobody' });
    expect(await one.carryOut(errand(awaiting()))).toEqual(greylisted);
    expect(await one.carryOut(errand(awaiting()))).toEqual({ kind: 'refused', code: 'smtp-550', words: '550 nobody' });
    expect(await one.carryOut(errand(awaiting()))).toMatchObject({ kind: 'done' });
    expect(new Set(mailing.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('and loses its answer each time gets no more than three copies', async () => {
    const lost = { kind: 'unknown', words: 'cut' } as const;
    const one = posting(lost, lost, lost, lost);
    for (const copy of [1, 2, 3]) {
      expect(await one.lookUp?.(errand(awaiting()))).toEqual({ kind: 'absent' });
      expect([copy, await one.carryOut(errand(awaiting()))]).toEqual([copy, lost]);
    }
    expect(await one.carryOut(errand(awaiting()))).toMatchObject({ kind: 'refused', code: 'unknown-outcome' });
    expect(mailing).toHaveLength(3);
  });
});
