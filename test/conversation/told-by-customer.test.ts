import { expect, test } from '@jest/globals';
import { createLookups } from '../../src/conversation/wizards/lookups.ts';
import { toldBy } from '../../src/conversation/wizards/told.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { CUSTOMER } from '../../src/wizards/telling.ts';
import { contoso } from '../support/requests.ts';
import { createWorld, someone } from '../support/world.ts';

const world = createWorld();
const nobody = { find: () => Promise.resolve([]), fellows: () => Promise.resolve([]) };
const lookups = createLookups({
  ports: world.ports,
  companies: nobody,
  people: { known: (id) => Promise.resolve(id === 'ana' ? someone('ana') : null) },
});

test('what the customer has told itself is shown as told by the customer, with the day', async () => {
  await lookups.remember('global', contoso, { 'xfer.customerWrittenRequest': true }, { id: CUSTOMER, name: '', roles: [] });
  const found = { ...contoso, isOurs: false };
  const before = await lookups.toldBefore('global', found);
  expect(before).toMatchObject({ by: CUSTOMER, facts: { 'xfer.customerWrittenRequest': true } });
  const by = await lookups.nameOf(before?.by ?? '');
  expect(toldBy({ by, on: '2026-03-02' }, speakerOf('en'))).toBe('Told by the customer on 2 March 2026.');
});

test('nobody is said to have told what the customer has, nor the customer what one of ours has', async () => {
  const customer = { ...contoso, tenant: 'c0570003-0003-4c03-8c03-0000000000c3', isOurs: false };
  const byItself = { id: CUSTOMER, name: '', roles: [] };
  const wish = { 'xfer.customerWrittenRequest': true };
  await lookups.remember('global', customer, wish, byItself);
  await lookups.remember('global', customer, { 'customer.otherCspPartners': 1 }, someone('ana'));
  const byAna = { by: 'ana', on: '2026-03-02', facts: { 'customer.otherCspPartners': 1 } };
  expect(await lookups.toldBefore('global', customer)).toEqual(byAna);
  await lookups.remember('global', customer, wish, byItself);
  expect(await lookups.toldBefore('global', customer)).toEqual(byAna);
});

test.each(languages)('in %s it is told from what people of ours have told', (language) => {
  const speaker = speakerOf(language);
  const ways = [CUSTOMER, 'Ana', null].map((by) => toldBy({ by, on: '2026-03-02' }, speaker));
  expect(new Set(ways).size).toBe(3);
});
