import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { catalog } from '../../src/commands/catalog.ts';
import { factShapes } from '../../src/policy/index.ts';
import { isWrong } from '../../src/wizards/filled.ts';
import { usualLanguage } from '../../src/wizards/letter-page.ts';
import type { Reading } from '../../src/wizards/reading.ts';
import { inputsOf, nextOf, readPage, stepsOf } from '../../src/wizards/request-admin.ts';
import {
  bundleNames,
  bundles,
  longestDays,
  offeredBundles,
  offeredRoles,
  rolesToChoose,
} from '../../src/wizards/request-admin/bundles.ts';
import { begun, Filling, taken } from '../../src/wizards/request-admin/filling.ts';
import type { Page } from '../../src/wizards/request-admin/filling.ts';
import { mayChooseDap, read as readRelationship } from '../../src/wizards/request-admin/relationship.ts';
import { requestOf } from '../../src/wizards/request-admin/review.ts';
import { read as readRoles } from '../../src/wizards/request-admin/roles.ts';
import { read as readTold, settled } from '../../src/wizards/request-admin/told.ts';
import { askedOf as askedOfAll } from '../../src/wizards/telling.ts';
import * as walk from '../../src/wizards/walk.ts';
import { filledOn, hindrances, turnedBack, turnedTo, warned } from '../../src/wizards/walk.ts';
import { checkParagraph, checkRecipient } from '../../src/letters/checks.ts';
import { house, someone } from '../support/world.ts';
import roleTemplates from '../../src/graph/role-templates.json' with { type: 'json' };

const reading: Reading = { house, today: '2026-03-02', checks: { checkParagraph, checkRecipient } };
const free: Reading = { ...reading, house: { ...house, longestGdapDays: undefined, rolesNeverAskedFor: [] } };

const askedOf = (filling: Filling) => askedOfAll(filling, settled(filling));
const fill = (filling: Filling, inputs: Record<string, string>): Filling => walk.fill(filling, inputsOf(filling), inputs);

const customer = {
  name: 'Contoso Bakery',
  tenant: 'c0570001-0001-4c01-8c01-0000000000c1',
  domain: 'contoso.example',
  country: 'DE',
  isOurs: true,
};
const ourselves = { type: 'direct_bill' as const, fellows: [] };
const started: Filling = turnedTo({ ...taken(begun('global'), customer), ourselves }, 'relationship');
const on = (page: Page, inputs: Record<string, string>, from: Filling = started): Filling => fill({ ...from, page }, inputs);

describe('bundles', () => {
  test('hold roles that can be asked for, and never the strongest', () => {
    for (const role of rolesToChoose) expect(Object.keys(roleTemplates)).toContain(role);
    expect(rolesToChoose.join()).not.toMatch(/global_administrator|privileged/);
  });

  test('are not offered with a role that the house never asks for', () => {
    const strict = { ...house, rolesNeverAskedFor: ['cloud_application_administrator'] };
    expect(offeredBundles(strict)).toEqual(bundleNames.filter((name) => name !== 'onboarding'));
    expect(offeredRoles(strict)).not.toContain('cloud_application_administrator');
  });

  test.each([
    ['support-minimal', '', 365],
    ['onboarding', '', 30],
    ['daily-ops', '12', 12],
  ] as const)('%s for “%s” days lasts %d', (bundle, days, lasts) => {
    expect(readRoles(on('roles', { bundle, days }), house)).toMatchObject({ answer: { durationDays: lasts, autoExtend: false } });
  });

  test('that are strong and last longer than usual are asked about twice', () => {
    expect(readRoles(on('roles', { bundle: 'onboarding', days: '365' }), house)).toMatchObject({
      answer: { durationDays: 365 },
      warnings: { warning: {}, days: { key: 'wizard.warning.long', values: { usual: 30 } } },
    });
    expect(readRoles(on('roles', { bundle: 'daily-ops', days: '365' }), house)).toMatchObject({ warnings: {} });
  });

  test.each(['0', '366', '-1', '1.5', 'many'])('not for %s days', (days) => {
    expect(readRoles(on('roles', { bundle: 'daily-ops', days }), house)).toMatchObject({ problems: { days: {} } });
  });

  test('may extend themselves only where the house sets no limit', () => {
    const filled = on('roles', { bundle: 'daily-ops', extend: 'true' });
    expect(readRoles(filled, house)).toMatchObject({ answer: { autoExtend: false } });
    expect(readRoles(filled, free.house)).toMatchObject({ answer: { autoExtend: true, durationDays: 730 } });
    expect(longestDays(free.house)).toBe(730);
  });

  test('for Azure are for Azure, whatever the box says', () => {
    const filled = on('roles', { bundle: 'azure-handover', azure: 'false' });
    expect(readRoles(filled, house)).toMatchObject({ answer: { purpose: 'azure', roles: bundles['azure-handover'].roles } });
  });

  test('of one’s own choice take nothing that was not offered', () => {
    const filled = on('roles', { bundle: 'own', own: 'global_reader,global_administrator,custom:x' });
    expect(readRoles(filled, house)).toMatchObject({ answer: { roles: ['global_reader'] } });
    expect(isWrong(readRoles(on('roles', { bundle: 'own', own: 'global_administrator' }), house))).toBe(true);
  });
});

describe('the relationship', () => {
  test('at 21Vianet is one with delegated admin, and no granular one', () => {
    const read = readRelationship(on('relationship', { wish: 'both' }), 'china_21v', reading.today);
    expect(read).toMatchObject({ answer: { manages: false, sells: { includeDap: true } } });
    expect(isWrong(readRelationship(on('relationship', { wish: 'manage' }), 'china_21v', reading.today))).toBe(true);
  });

  test.each([
    ['global', '2023-10-08', true, true],
    ['global', '2023-10-09', false, false],
    ['us_gov', '2026-03-02', true, true],
    ['china_21v', '2026-03-02', false, true],
  ] as const)('in %s on %s: delegated admin may be chosen: %s, and is then there: %s', (cloud, today, may, includeDap) => {
    expect(mayChooseDap(cloud, today)).toBe(may);
    const read = readRelationship(on('relationship', { wish: 'both', dap: 'true' }), cloud, today);
    expect(read).toMatchObject({ answer: { sells: { includeDap } } });
  });

  test.each(['indirect_provider', 'indirect_reseller'] as const)('of an %s names the other partner', (type) => {
    const fellows = [{ name: 'Granitt', tenant: '7a11c0de-2222-4a10-8a10-0000000000a2', partnerId: null }];
    const from = { ...started, ourselves: { type, fellows } };
    const read = (fellow: string, wish = 'sell') =>
      readRelationship(on('relationship', { wish, fellow }, from), 'global', reading.today);
    expect(read(fellows[0]?.tenant ?? '')).toMatchObject({ answer: { sells: { model: 'indirect', fellow: { name: 'Granitt' } } } });
    expect(isWrong(read('somebody else'))).toBe(true);
    expect(isWrong(read('', 'manage'))).toBe(false);
  });
});

describe('what is told', () => {
  const asking = (missing: string[], inputs: Record<string, string>) => readTold(on('told', inputs, { ...started, missing }));

  test.each([
    ['customer.otherCspPartners', '3', 3],
    ['sameMarket', 'false', false],
    ['providerResellerSameRegion', '', null],
    ['gdap.azureGroupNested', '', null],
    ['req.expects', 'change_terms,take_over_subscriptions', ['change_terms', 'take_over_subscriptions']],
    ['req.expects', '', []],
    ['item.boughtFrom', 'null', null],
    ['customer.tenantCountry', 'NO', 'NO'],
  ])('%s “%s” is %j', (path, typed, value) => {
    expect(asking([path], { [path]: typed })).toMatchObject({ answer: { [path]: value } });
  });

  test.each([
    ['customer.otherCspPartners', ''],
    ['customer.otherCspPartners', 'two'],
    ['sameMarket', ''],
    ['sameMarket', 'null'],
    ['item.boughtFrom', 'a shop'],
    ['customer.tenantCountry', 'Norway'],
  ])('%s “%s” is no answer', (path, typed) => {
    expect(asking([path], { [path]: typed })).toMatchObject({ problems: { [path]: {} } });
  });
});

describe('what follows from other answers', () => {
  const missing = ['providerResellerSameRegion', 'gdap.azureGroupNested', 'req.expects'];

  test('is asked of nobody', () => {
    expect(askedOf({ ...started, missing })).toEqual(['req.expects']);
  });

  test.each([
    ['azure', 'true'],
    ['bundle', 'azure-handover'],
  ] as const)('is asked where it does not follow: %s is %s', (input, value) => {
    const filling = { ...on('roles', { [input]: value }), missing };
    expect(askedOf(filling)).toEqual(['gdap.azureGroupNested', 'req.expects']);
    expect(readTold(filling)).toMatchObject({ problems: { 'gdap.azureGroupNested': {} } });
  });

  test('is asked where somebody sells through others, or nobody knows what we are', () => {
    for (const ourselves of [{ type: 'indirect_reseller' as const, fellows: [] }, null]) {
      const filling = { ...started, ourselves, missing };
      expect(askedOf(filling)).toContain('providerResellerSameRegion');
      expect(readTold(filling)).toMatchObject({ problems: { providerResellerSameRegion: {} } });
    }
  });
});

describe('the letter', () => {
  test.each([
    ['IT', 'it'],
    ['CN', 'zh-Hans'],
    ['AT', 'de'],
    ['RU', 'ru'],
    ['NO', 'es'],
    [null, 'es'],
  ] as const)('to somebody in %s is in %s when a Spanish speaker writes', (country, language) => {
    expect(usualLanguage(country, 'es')).toBe(language);
  });
});

test('an address elsewhere is confirmed by whoever was warned about it, and as it stands', () => {
  const asking = on('relationship', { wish: 'sell' });
  const letter = on('letter', { language: 'en', contact: 'it@fabrikam.example', paragraph: '' }, asking);
  const confirmed = (filling: Filling) => requestOf(filling, reading)?.customer.isContactConfirmed;
  expect(requestOf(letter, reading)?.customer).toMatchObject({ contact: 'it@fabrikam.example' });
  expect(confirmed(letter)).toBeUndefined();
  expect(confirmed(warned(letter))).toBe(true);
  expect(confirmed(fill(warned(letter), { contact: 'it@evil.example' }))).toBeUndefined();
  expect(confirmed(fill(warned(letter), { contact: 'it@contoso.example' }))).toBeUndefined();
});

test('answers of one customer are not sent to another', () => {
  const filled = on(
    'letter',
    { contact: 'it@contoso.example' },
    on('told', { sameMarket: 'true' }, { ...started, missing: ['sameMarket'] }),
  );
  expect(filledOn(taken(filled, customer), 'letter')).toEqual({ contact: 'it@contoso.example' });
  const other = taken(filled, { ...customer, tenant: null, domain: 'adatum.example' });
  expect([filledOn(other, 'letter'), filledOn(other, 'told'), other.missing]).toEqual([{}, {}, []]);
});

const word = fc.oneof(
  fc.constantFrom(
    'sell',
    'manage',
    'both',
    'own',
    'true',
    'false',
    'null',
    '',
    '0',
    '12',
    'en',
    'it@contoso.example',
    ...bundleNames,
  ),
  fc.constantFrom('global_reader', 'global_reader,user_administrator', 'end_customer', 'none', 'change_terms', 'global'),
  fc.string({ maxLength: 30 }),
);
const input = fc.constantFrom(
  ...['typed', 'chosen', 'cloud', 'wish', 'dap', 'fellow', 'bundle', 'own', 'days', 'extend', 'azure', 'language', 'contact'],
  ...['paragraph', '__proto__', 'customer.tenantKind', 'req.expects', 'sameMarket', 'customer.otherCspPartners'],
);
const move = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ inputs: fc.dictionary(input, word), missing: fc.subarray([...factShapes.keys()], { maxLength: 4 }) }),
  },
  { weight: 1, arbitrary: fc.constant('back' as const) },
);

test('whatever is answered, in whatever order: nothing is thrown or lost, and what comes of it can be read', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), fc.boolean(), (moves, isFree) => {
      const rules = isFree ? free : reading;
      const kept: [unknown, unknown][] = [];
      let filling: Filling = started;
      for (const one of moves) {
        const before = filling;
        if (one === 'back') {
          filling = turnedBack(filling);
          kept.push([before.filled, filling.filled]);
          continue;
        }
        filling = fill({ ...filling, missing: one.missing }, one.inputs);
        const read = readPage(filling, rules, ['global']);
        const hindered = Object.keys(hindrances(filling, read)).length > 0;
        filling = hindered ? warned(filling) : turnedTo(filling, nextOf(filling, rules));
        for (const page of Filling.shape.page.options.filter((other) => other !== before.page))
          expect(filledOn(filling, page)).toStrictEqual(filledOn(before, page));
        const { step, of } = stepsOf(filling, rules);
        expect(step).toBeLessThanOrEqual(of);
        expect(Filling.safeParse(filling).success).toBe(true);
        const request = requestOf(filling, rules);
        if (request === null) continue;
        const command = { name: 'request-admin', key: 'rehearsal', actor: someone('ana'), ...request };
        expect(catalog['request-admin'].shape.safeParse(command).error).toBeUndefined();
      }
      expect(kept.every(([before, after]) => before === after)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
