import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../src/conversation/commands.ts';
import { createGrammar } from '../../src/conversation/grammar/grammar.ts';
import { intentOf } from '../../src/conversation/grammar/intents.ts';
import { typed } from '../../src/conversation/grammar/typed.ts';
import { waysOf } from '../../src/conversation/grammar/vocabulary.ts';
import { commandWords } from '../../src/conversation/grammar/words.ts';
import { boardFilters } from '../../src/cards/board-wish.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import { caseIdFor } from '../../src/cases/ids.ts';
import { languages } from '../../src/languages/speak.ts';

const grammar = createGrammar();

const domain = fc
  .tuple(fc.stringMatching(/^[a-zа-я][a-zа-я0-9]{0,20}$/), fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/))
  .map(([first, second]) => `${first}.${second}.example`)
  .filter((name) => !name.startsWith('www.'));

const anyCommandWord = fc.constantFrom(...languages.flatMap((language) => waysOf(language).flatMap(({ slots }) => slots.flat())));

const name = fc
  .array(fc.oneof(fc.stringMatching(/^[A-Za-zÀ-ÿА-я一-龥&'’.,()#-]{1,12}$/), anyCommandWord), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' ').normalize('NFKC').trim())
  // A shape of its own is no name: those have tables of their own.
  .filter((text) => /^[\p{L}]{2}/u.test(text) && !/[.@]\S|\d|^(?:adm|az)\b/iu.test(text));

const id = fc.tuple(fc.constantFrom('ADM' as const, 'AZ' as const), fc.string()).map(([prefix, key]) => caseIdFor(prefix, key));

const words = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[!-~À-ÿА-я一-龥“”«»—🙂]{1,12}$/u),
      anyCommandWord,
      fc.constantFrom('\n', 'no', '?', 'nicht', ID_LIKE()),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replace(/@handshake|<at|&nbsp;/gi, '')
      .trim(),
  );

function ID_LIKE(): string {
  return 'ADM-7K2MX-4QD9A';
}

const asked = fc.record({
  command: fc.constantFrom(...commands),
  customer: fc.oneof(fc.constant(null), domain, name, fc.uuid()),
  id: fc.oneof(fc.constant(null), id),
  words,
  item: fc.oneof(fc.constant(null), fc.stringMatching(/^[a-z]{2,10}(?:-[a-z]{2,10}){1,3}$/)),
  language: fc.oneof(fc.constant(null), fc.constantFrom(...languages)),
  rule: fc.oneof(fc.constant(null), fc.stringMatching(/^[RH]-[A-Z]{2,8}(?:-[A-Z0-9]{2,8}){1,3}$/)),
  filter: fc.constantFrom(...boardFilters),
  page: fc.integer({ min: 1, max: 40 }),
  spoken: fc.constantFrom(...languages),
});

/** Words and items belong to a case; without one there is nothing to say about it. */
const intentFor = ({
  command,
  id: caseId,
  rule,
  item,
  words: said,
  ...rest
}: typeof asked extends fc.Arbitrary<infer T> ? T : never): Intent => {
  const about = command.follows === 'rule' ? rule : caseId;
  const isSaid = about !== null && (command.follows !== 'id-item-words' || item !== null);
  return intentOf(command, { ...rest, id: about, item: isSaid ? item : null, words: isSaid ? said : '' });
};

describe('how one would type it', () => {
  test('is understood as the same, in every language, whatever follows', () => {
    fc.assert(
      fc.property(asked, (what) => {
        const intent = intentFor(what);
        if (intent.wants === 'unclear') throw new Error('not a wish');
        const text = typed(intent, what.spoken);
        expect({ text, intent: grammar(text, { language: what.spoken }) }).toStrictEqual({ text, intent });
        expect({ text, intent: grammar(text) }).toStrictEqual({ text, intent });
      }),
      { numRuns: 700 },
    );
  });

  test.each(languages)('every way of %s to say a command, said alone, is that command', (language) => {
    const wrong = waysOf(language).flatMap(({ command, slots }) => {
      const text = slots.map(([first]) => first).join(' ');
      return [grammar(text, { language }), grammar(text)].some(({ wants }) => wants !== command.wish)
        ? [`${text}: ${command.wish}`]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  test('is short, and in the words of the language', () => {
    expect(typed({ wants: 'approve', id: 'ADM-7K2MX-4QD9A' }, 'de')).toBe('genehmigen ADM-7K2MX-4QD9A');
    expect(typed({ wants: 'request-admin', customer: 'contoso.example' }, 'zh-Hans')).toBe('请求管理权限 contoso.example');
    expect(typed({ wants: 'check', customer: 'Request “Admin” «Ltd»' }, 'fr')).toBe('vérifier 「Request “Admin” «Ltd»」');
    expect(typed({ wants: 'language', language: 'ru' }, 'it')).toBe('lingua Русский');
    expect(typed({ wants: 'who-am-i' }, 'fr')).toBe('qui suis-je');
  });
});

describe('the words of seven languages together', () => {
  const keyOf = (slots: readonly (readonly string[])[], pick: readonly number[]): string =>
    slots
      .map((slot, at) => slot[pick[at] ?? 0] ?? '')
      .toSorted()
      .join(' ');

  const picksOf = (slots: readonly (readonly string[])[]): readonly (readonly number[])[] =>
    slots.reduce<readonly (readonly number[])[]>(
      (picks, slot) => picks.flatMap((pick) => slot.map((_, at) => [...pick, at])),
      [[]],
    );

  test('no two commands are said alike', () => {
    const said = new Map<string, Set<string>>();
    for (const { command, slots } of languages.flatMap(waysOf))
      for (const pick of picksOf(slots)) {
        const key = keyOf(slots, pick);
        said.set(key, (said.get(key) ?? new Set()).add(command.wish));
      }
    const shared = [...said].filter(([, wishes]) => wishes.size > 1).map(([key, wishes]) => `${key}: ${[...wishes].join(', ')}`);
    expect(shared).toEqual([]);
  });

  test('no word that says nothing is a command by itself, but for things that are looked at', () => {
    const fillers = (language: (typeof languages)[number]): readonly string[] => {
      const own = commandWords[language];
      return [...own.noise, ...own.greetings, ...own.articles, ...own.not];
    };
    const busy = languages.flatMap((language) =>
      fillers(language).filter((word) => !['help', 'unclear', 'language'].includes(grammar(word, { language }).wants)),
    );
    expect(busy).toEqual([]);
  });
});
