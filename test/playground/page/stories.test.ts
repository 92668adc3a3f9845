import { describe, expect, test } from '@jest/globals';
import { createGrammar } from '../../../src/conversation/grammar/grammar.ts';
import { speakerOf } from '../../../src/languages/catalogues.ts';
import { languages } from '../../../src/languages/speak.ts';
import { cast } from '../../../src/playground/cast.ts';
import { placeOf, progressFrom, stories } from '../../../src/playground/page/stories.ts';
import { idOf } from '../../../src/sandbox/seed/made-ids.ts';
import { visiting } from '../../support/visiting.ts';

const grammar = createGrammar();
const steps = stories.flatMap(({ customer, steps: told }) => told.map((step) => ({ customer, ...step })));
const written = steps.flatMap(({ writes, customer }) => (writes === undefined ? [] : [{ writes, customer }]));

describe('the first steps', () => {
  test.each(written)('write what the bot understands in every language: $writes', ({ writes, customer: { domain } }) => {
    for (const language of languages) {
      const text = speakerOf(language).sayKey(writes, { domain });
      expect([text, grammar(text, { language })]).toStrictEqual([
        text,
        { wants: writes.replace('play.words.', ''), customer: domain },
      ]);
    }
  });

  test('are about customers and partners that there are, by their names', () => {
    const { world } = visiting();
    for (const { customer } of stories) {
      const found = world.customers.get(customer.tenant);
      expect([found?.name, found?.domains]).toEqual([
        expect.stringContaining(customer.name),
        expect.arrayContaining([customer.domain]),
      ]);
    }
    const partners = steps.flatMap(({ place: { partner } }) => partner ?? []);
    expect(partners.map((tenant) => world.partners.get(tenant)?.name)).toEqual(['Granitt IT AS']);
  });

  test('are done by people who work here', () => {
    const known = new Set<string>(Object.values(cast).map(({ id }) => id));
    const acting = steps.flatMap(({ place: { agent, admin } }) => [agent, admin].filter((id) => id !== undefined));
    expect(acting.filter((id) => !known.has(id))).toEqual([]);
  });

  test('name the brewery’s Azure subscriptions by their ids', () => {
    const ids = [1, 2].map((place) => idOf('azure', 32, place));
    expect(steps.flatMap(({ copy }) => (copy?.includes(';') === true ? [copy.match(/[\da-f-]{36}/g)] : []))).toEqual([ids]);
  });

  test('show the customer of the story beside whoever has something to do', () => {
    expect(placeOf({ story: 0, step: 2 })).toMatchObject({
      customer: stories[0].customer.tenant,
      admin: cast.ada.id,
      left: 'admin',
    });
  });

  test('go on where the reader was, and begin anew where that makes no sense', () => {
    expect(progressFrom(['2', '7', 'closed'])).toEqual({ story: 2, step: 7, isOpen: false });
    expect([['2', '80', 'open'], ['nine'], []].map(progressFrom)).toEqual(Array(3).fill({ story: 0, step: 0, isOpen: true }));
  });
});
