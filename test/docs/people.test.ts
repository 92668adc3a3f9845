import { describe, expect, test } from '@jest/globals';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import type { Wish } from '../../src/conversation/intent.ts';
import { catalogues } from '../../src/languages/catalogues.ts';
import { languageNames, languages } from '../../src/languages/speak.ts';
import { proseOf, textOf } from '../support/pages.ts';

const grammar = createGrammar();
const sentences: readonly string[] = Object.values(catalogues.en);

/** What stands for something else on a page, as one would type it. */
const filledIn = (typed: string): string =>
  typed.replace(/\b(ADM|AZ|ASK)-…/g, '$1-7K2MX-4QD9A').replace('R-…', 'R-NO-CSP-TO-CSP-RESALE');

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

const boldIn = (page: string): readonly string[] => all(proseOf(page), /\*\*([^*\n]+)\*\*/g);
const quotesIn = (page: string): readonly string[] => all(proseOf(page), /“([^”]+)”/g);
const typedOn = (page: string): readonly string[] => all(proseOf(page), /`([^`\n]+)`/g);

/** Somebody is told this: all that is quoted stands in one of our sentences, in this order. */
const isSaid = (quote: string): boolean => {
  const parts = quote.split('…').map((part) => part.trim());
  return sentences.some((sentence) => {
    let from = 0;
    return parts.every((part) => {
      const at = sentence.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
  });
};

/** What says at the beginning of a point what it is about. */
const leadsOf = (page: string): readonly string[] => all(proseOf(page), /^ *(?:-|\d+\.) \*\*([^*\n]+)\*\*/gm);

const chatted = ['docs/agent.md', 'docs/admin.md'];

describe.each([...chatted, 'docs/customer.md'])('%s', (page) => {
  test('names buttons, states and headings as they stand on the screen', () => {
    const named = boldIn(page).filter((bold) => bold !== 'bold' && !leadsOf(page).includes(bold));
    expect(named.filter((bold) => !sentences.includes(bold))).toEqual([]);
    expect(named.length).toBeGreaterThan(1);
  });

  test('quotes what somebody is really told', () => {
    expect(quotesIn(page).filter((quote) => !isSaid(quote))).toEqual([]);
    expect(quotesIn(page).length).toBeGreaterThan(5);
  });
});

describe.each(chatted)('%s', (page) => {
  test('says what to type, and it is understood', () => {
    const typed = typedOn(page).filter((one) => one !== 'this');
    expect(typed.filter((one) => grammar(filledIn(one)).wants === 'unclear')).toEqual([]);
    expect(typed.length).toBeGreaterThan(3);
  });
});

describe('the words for agents', () => {
  const cellsOf = (line: string): readonly string[] => [...line.matchAll(/\| *([^|]*?) *(?=\|)/g)].map(([, cell = '']) => cell);
  const rows = textOf('docs/agent.md').split('\n').map(cellsOf);
  const wordsFor = (wish: Wish): readonly string[] =>
    rows
      .find(([first]) => first === catalogues.en[`command.${wish}.title`])
      ?.slice(1)
      .map((cell) => cell.replaceAll('`', '')) ?? [];

  test('are there in every language', () => {
    expect(rows).toContainEqual(['', ...languages.map((language) => languageNames[language])]);
  });

  test.each<Wish>(['request-admin', 'check', 'switch-azure', 'cases', 'help'])('%s is understood in every language', (wish) => {
    expect(wordsFor(wish).map((words) => grammar(words).wants)).toEqual(languages.map(() => wish));
  });

  test.each<Wish>(['request-admin', 'check', 'switch-azure', 'cases'])('%s takes the customer before or behind it', (wish) => {
    const understood = wordsFor(wish).flatMap((words) => [
      grammar(`${words} contoso.example`),
      grammar(`contoso.example ${words}`),
    ]);
    const wanted = { wants: wish, customer: 'contoso.example' };
    expect(understood).toEqual(understood.map(() => expect.objectContaining(wanted)));
    expect(understood).toHaveLength(2 * languages.length);
  });
});

test('a word or a button that is not there would be noticed', () => {
  expect(isSaid('Somebody was slower')).toBe(false);
  expect(isSaid('on {day}. … Somebody was faster')).toBe(false);
  expect(sentences).not.toContain('Aprove');
  expect(grammar('wibble').wants).toBe('unclear');
});
