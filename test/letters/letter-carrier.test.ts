import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../../src/cases/case.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import { recordLetterSent } from '../../src/commands/record-letter-sent.ts';
import type { LetterKind } from '../../src/letters/compose.ts';
import { createLetterCarrier } from '../../src/letters/letter-carrier.ts';
import { createMemoryStore } from '../../src/store/lowdb.ts';
import { moveAzure, switchOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { awaiting, links, means, now, over, standing } from './written.ts';

const parent = mkdtempSync(join(tmpdir(), 'letters-'));
afterAll(() => {
  rmSync(parent, { recursive: true });
});

const from = 'handshake@nordlys.example';
let store = createMemoryStore();
let folder = '';
beforeEach(() => {
  store = createMemoryStore();
  folder = join(mkdtempSync(join(parent, 'one-')), 'letters');
});

const carrier = () => createLetterCarrier({ store, folder, from, ...means });

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
    expect(message).toContain(`\r\n${links.gdap}\r\n`);
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
  });

  test('with an address that is not Microsoft’s', async () => {
    expect(await refusal(awaiting({ customer: { name: 'https://evil.example' } }))).toBe('link-not-intact');
  });

  test('about Azure, as there is no such letter yet', async () => {
    const current = given(switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')));
    expect(await refusal(current, 'switch-planned')).toBe('letter-comes-later');
  });

  test('of what is not so any more', async () => {
    expect(await refusal(over())).toBe('no-invitation');
    expect(await refusal(over(), 'accepted')).toEqual({ kind: 'done' });
    expect(await refusal(standing({ wants: 'reseller' }), 'about-to-expire')).toEqual({ kind: 'done' });
  });
});

test('a link for one customer is not sent to a second one', async () => {
  const first = awaiting({ id: caseIdFor('ADM', 'first') });
  const fabrikam = { tenant: '22222222-2222-4222-8222-222222222222', name: 'Fabrikam', domain: 'fabrikam.example' };
  await store.commit({ next: { kept: { case: first, version: 1, head: '0'.repeat(64) }, expected: 0 } });
  await carrier().carryOut(errand(first));
  const second = awaiting({ id: caseIdFor('ADM', 'second'), customer: fabrikam });
  expect(await carrier().carryOut(errand(second))).toMatchObject({ kind: 'refused', code: 'link-of-another-customer' });
  expect(files()).toHaveLength(1);
});
