import { expect, test } from '@jest/globals';
import { factsOf } from '../../src/cards/case-facts.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { waysTo } from '../cases/lives/all.ts';
import { happens } from '../support/cases.ts';
import { given } from '../support/given.ts';

test('a letter that came back stands on the card, with what the mail server has said', () => {
  const way = waysTo('admin-relationship').get('awaiting-customer') ?? [];
  const current = given(...way, happens('letter-bounced', '03-04 09:00', { words: '550 5.1.1 Nobody here is called it' }));
  const { facts } = factsOf(current, speakerOf('en'), false);
  expect(facts).toContainEqual({ name: 'Letter that came back', value: '550 5.1.1 Nobody here is called it, 4 March 2026' });
});
