import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { catalog } from '../../src/commands/catalog.ts';
import { checkParagraph, checkRecipient } from '../../src/letters/checks.ts';
import * as endWizard from '../../src/wizards/end.ts';
import * as end from '../../src/wizards/end/filling.ts';
import { requestOf as endOf } from '../../src/wizards/end/review.ts';
import { keyOf as targetKey, read as readWhat, targetsOf } from '../../src/wizards/end/what.ts';
import { isWrong } from '../../src/wizards/filled.ts';
import * as handOutWizard from '../../src/wizards/hand-out.ts';
import * as handOut from '../../src/wizards/hand-out/filling.ts';
import { keyOf as itemKey } from '../../src/wizards/hand-out/items.ts';
import { requestOf as agreementOf } from '../../src/wizards/hand-out/review.ts';
import * as renewWizard from '../../src/wizards/renew.ts';
import * as renew from '../../src/wizards/renew/filling.ts';
import { changesOf, requestOf as renewalOf } from '../../src/wizards/renew/review.ts';
import type { Running } from '../../src/wizards/running.ts';
import { fill } from '../../src/wizards/walk.ts';
import { house, someone } from '../support/world.ts';

const reading = { house, today: '2026-03-02', checks: { checkParagraph, checkRecipient } };
const free = { ...reading, house: { ...house, longestGdapDays: undefined, rolesNeverAskedFor: [] } };

const customer = {
  name: 'Contoso Bakery',
  tenant: 'c0570001-0001-4c01-8c01-0000000000c1',
  domain: 'contoso.example',
  country: 'DE',
  isOurs: true,
};
const at = '2026-03-02T09:00:00.000Z' as Running['since'];

const running = (more: Partial<Running> = {}): Running => ({
  id: 'ADM-7K2MX-4QD9A' as Running['id'],
  language: 'de',
  contact: 'it@contoso.example',
  sells: true,
  relationshipId: 'rel-1',
  gdap: { durationDays: 180, roles: ['directory_readers', 'x_of_our_own'], autoExtend: false, purpose: 'other' },
  endsAt: at,
  extendsItself: false,
  since: at,
  ...more,
});

const runnings = fc
  .record({
    sells: fc.boolean(),
    extendsItself: fc.boolean(),
    days: fc.constantFrom(1, 180, 730),
    roles: fc.constantFrom<string[]>(['directory_readers'], ['exchange_administrator', 'custom_one'], ['global_administrator']),
    purpose: fc.constantFrom('azure' as const, 'other' as const),
  })
  .map(({ days, roles, purpose, ...more }) =>
    running({ ...more, gdap: { durationDays: days, roles, autoExtend: false, purpose } }),
  );

const typed = fc.option(fc.constantFrom<string>('', '0', '12', '730', '9999', 'x', 'true', 'false', 'null', 'i0,i1', 'i7'), {
  nil: undefined,
});

/** What a wizard makes of its answers is a command as it is taken. */
const isCommand = (name: 'renew-admin' | 'end-admin' | 'decide-hand-out', request: object): boolean =>
  catalog[name].shape.safeParse({ name, key: 'a-key-of-it', actor: someone('ada'), ...request }).success;

describe('a renewal', () => {
  const begun: renew.Filling = { ...renew.begun('global'), customer, page: 'rights' };

  test('is a command for every combination of answers, or says what is wrong beside an input', () => {
    fc.assert(
      fc.property(
        runnings,
        fc.record({
          how: fc.constantFrom<string>('', 'anew', 'extend', 'x'),
          roles: fc.option(fc.constantFrom<string>('', 'directory_readers', 'exchange_administrator,directory_readers', 'x'), {
            nil: undefined,
          }),
          days: typed,
          extend: typed,
        }),
        fc.boolean(),
        (of, answers, isFree) => {
          const by = isFree ? free : reading;
          const inputs = Object.fromEntries(Object.entries(answers).filter((one): one is [string, string] => one[1] !== undefined));
          const filling = fill({ ...begun, of }, renewWizard.inputsOf({ ...begun, of }), inputs);
          const read = renewWizard.readPage(filling, by, ['global']);
          const request = renewalOf(filling, by);
          expect(request === null).toBe(isWrong(read));
          const problems = isWrong(read) ? Object.keys(read.problems) : [];
          expect(problems.every((input) => renewWizard.inputsOf(filling).includes(input))).toBe(true);
          expect(request === null || isCommand('renew-admin', request)).toBe(true);
          expect(renew.Filling.safeParse(filling).success).toBe(true);
          expect(renewWizard.stepsOf(filling, by).step).toBeLessThanOrEqual(renewWizard.stepsOf(filling, by).of);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('never asks again for what the house never asks for, and says so', () => {
    const of = running({
      gdap: { durationDays: 730, roles: ['global_administrator', 'directory_readers'], autoExtend: false, purpose: 'other' },
    });
    const request = renewalOf({ ...begun, of }, reading);
    expect(request?.gdap).toMatchObject({ roles: ['directory_readers'], durationDays: 365 });
    expect(request && changesOf(of, request)).toEqual({ added: [], gone: ['global_administrator'], days: 730 });
  });

  test('warns of a far-reaching role only where it is new', () => {
    const on = (of: Running) =>
      renewWizard.readPage(fill({ ...begun, of }, ['roles'], { roles: 'exchange_administrator' }), reading, []);
    expect(on(running())).toMatchObject({ warnings: { roles: { key: 'wizard.warning.broad' } } });
    const had = running({ gdap: { durationDays: 1, roles: ['exchange_administrator'], autoExtend: false, purpose: 'other' } });
    expect(on(had)).toMatchObject({ warnings: {} });
  });
});

describe('an end', () => {
  const begun: end.Filling = { ...end.begun('global'), customer, page: 'what' };

  test('is a command for everything that could end, and for nothing else', () => {
    fc.assert(
      fc.property(fc.array(runnings, { maxLength: 2 }), fc.boolean(), typed, (some, isOpenToOthers, wrong) => {
        const filling: end.Filling = { ...begun, running: some.slice(0, 1), isOpenToOthers };
        for (const target of targetsOf(filling)) {
          const chosen = fill(filling, endWizard.inputsOf(filling), { what: targetKey(target) });
          const request = endOf(chosen);
          expect(request).toMatchObject({ what: target.what, of: target.of?.id ?? null });
          expect(request !== null && isCommand('end-admin', request)).toBe(true);
        }
        const asked = fill(filling, ['what'], { what: wrong ?? 'x' });
        expect(isWrong(readWhat(asked))).toBe(targetsOf(filling).length !== 1);
      }),
      { numRuns: 60 },
    );
  });

  test.each([undefined, '', 'false', 'TRUE', 'yes'])('is not gone on with unread: %s', (read) => {
    const filling: end.Filling = { ...begun, page: 'consequences', running: [running()] };
    expect(isWrong(endWizard.readPage(fill(filling, ['read'], read === undefined ? {} : { read }), ['global']))).toBe(true);
  });
});

describe('a hand-out', () => {
  const wanted = (count: number, kept: readonly number[]): handOut.Offer => ({
    caseId: 'AZ-7K2MX-4QD9A' as handOut.Offer['caseId'],
    seen: '0'.repeat(32),
    partner: 'Granitt IT',
    expiresAt: at,
    wanted: Array.from({ length: count }, (_, place) => ({
      ...{ id: `id,${String(place)}`, name: `Item ${String(place)}`, kind: null },
      whyNot: kept.includes(place) ? [{ key: 'wizard.handOut.notAllowed', values: {} }] : [],
    })),
  });

  test('is exactly what was chosen of what may go, whatever was sent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(fc.nat(7)), fc.array(fc.nat(7)), (count, kept, picked) => {
        const offer = wanted(count, kept);
        const filling: handOut.Filling = { ...handOut.begun('AZ-7K2MX-4QD9A'), offer };
        const chosen = fill(filling, handOutWizard.inputsOf(filling), { items: picked.map(itemKey).join(',') });
        const expected = offer.wanted.filter((_, place) => picked.includes(place) && !kept.includes(place)).map(({ id }) => id);
        const request = agreementOf(chosen);
        expect(request?.decision.items ?? []).toEqual(expected);
        expect(isWrong(handOutWizard.readPage(chosen))).toBe(expected.length === 0);
        expect(request === null || isCommand('decide-hand-out', request)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps the words behind the colon', () => {
    expect(handOut.begun('AZ-1: yes: both')).toMatchObject({ named: 'AZ-1', filled: { review: { words: 'yes: both' } } });
    expect(handOut.begun(null)).toMatchObject({ named: null });
  });
});
