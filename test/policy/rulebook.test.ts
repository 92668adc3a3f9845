import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import {
  canonicalText,
  chapters,
  contradictions,
  passportOf,
  restsOnTranslationsAlone,
  rulebook,
  sources,
} from '../../src/policy/index.ts';
import type { Citation, Rule } from '../../src/policy/index.ts';
import { decide } from '../../src/policy/index.ts';
import { situationOf } from '../support/situations.ts';
import headers from './headers.json' with { type: 'json' };

const short = (rule: Rule): string =>
  [
    rule.severity + (rule.review ? '+R' : ''),
    rule.stage === 'consequence' ? 'conseq' : 'gate',
    rule.clouds === 'all' ? 'all' : rule.clouds.join(),
    rule.from,
    rule.until ?? '…',
  ].join(' ');

describe('the rulebook', () => {
  test('has every rule once, each with its severity, stage, clouds and period', () => {
    expect(new Set(rulebook.rules.map(({ id }) => id)).size).toBe(rulebook.rules.length);
    expect(Object.fromEntries(rulebook.rules.map((rule) => [rule.id, short(rule)]))).toEqual(headers);
  });

  test('has a chapter for every file, and a file for every chapter', () => {
    const files = readdirSync(new URL('../../src/policy/rules/', import.meta.url)).map((name) => name.replace('.ts', ''));
    expect(Object.keys(chapters).sort()).toEqual(files.sort());
  });

  test('has examples for every rule', () => {
    const folder = new URL('rules/', import.meta.url);
    const examples = readdirSync(folder)
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    expect(rulebook.rules.map(({ id }) => id).filter((id) => !examples.includes(`testRule('${id}',`))).toEqual([]);
  });

  test('has another fingerprint when a trigger, a day or a severity is another', () => {
    const [first, ...others] = rulebook.rules;
    if (first === undefined) throw new Error('no rule');
    const texts = [
      canonicalText(rulebook.rules),
      canonicalText([{ ...first, severity: 'warn' }, ...others]),
      canonicalText([{ ...first, from: '2017-07-02' }, ...others]),
      canonicalText([{ ...first, when: () => false }, ...others]),
      canonicalText(others),
    ];
    expect(new Set(texts).size).toBe(texts.length);
    expect(canonicalText(rulebook.rules.toReversed())).toBe(texts[0]);
  });
});

describe('nobody changes the rules that others decide by', () => {
  test.each([
    ['a rule', () => Object.assign(rulebook.rules[0] ?? {}, { severity: 'inform' })],
    ['the list of rules', () => (rulebook.rules as Rule[]).pop()],
    ['what is needed', () => (rulebook.needs.gdap_groups as string[]).pop()],
    ['the sources of a rule', () => (rulebook.rules[0]?.sources as unknown as string[]).pop()],
  ])('%s is frozen', (_, change) => {
    expect(change).toThrow(TypeError);
  });
});

test.each([
  ['2016-10-20', 'china_21v', 'P0'],
  ['2018-11-15', 'china_21v', 'P0'],
  ['2018-11-15', 'global', 'P3'],
  ['2016-10-20', 'global', null],
  ['2017-06-30', 'us_gov', null],
  ['2017-07-01', 'germany', 'P1'],
  ['2018-12-05', 'germany', 'P4'],
  ['2024-06-19', 'global', 'P12'],
  ['2024-06-19', 'us_gov', 'P11'],
] as const)('on %s in %s the edition is %s', (date, cloud, edition) => {
  expect(decide(situationOf({ flow: 'gdap_groups', asOf: date, cloud })).edition.id).toBe(edition);
});

describe('passports', () => {
  const cited = [
    ...rulebook.rules.flatMap((rule): readonly Citation[] => rule.sources),
    ...Object.values(contradictions).flatMap(({ older, newer }): readonly Citation[] => [...older, ...newer]),
  ];

  test('every citation leads to a document in a state that was read', () => {
    for (const citation of cited) {
      const passport = passportOf(citation);
      expect(`${passport.key} ${passport.date}`).toBe(citation);
      expect(passport.title.length).toBeGreaterThan(5);
      expect(passport.read).toContain(passport.date);
    }
  });

  test('every document is cited', () => {
    const keys = new Set<string>(cited.map((citation) => passportOf(citation).key));
    expect(Object.keys(sources).filter((key) => key !== 'H-HOUSE' && !keys.has(key))).toEqual([]);
  });

  test('translations are marked, with what is known to be wrong in them', () => {
    expect(passportOf('S-RU-MP 2019-03-20')).toMatchObject({
      language: 'ru',
      translation: 'machine',
      defects: ['lost_not'],
    });
    expect(passportOf('S-ES-MC 2020-06-17').defects).toContain('missing_verb');
    const translated = Object.entries(sources).filter(([, { language }]) => language !== 'en');
    expect(translated.map(([key, { translation }]) => [key, translation])).toEqual(
      ['S-ES-MP', 'S-ES-21V', 'S-ES-MC', 'S-RU-MP', 'S-IT-MP'].map((key) => [key, 'machine']),
    );
  });

  test('an answer knows when only translations say it', () => {
    expect(restsOnTranslationsAlone(['S-ES-MC 2020-06-17'])).toBe(true);
    expect(restsOnTranslationsAlone(['S-ES-MC 2020-06-17', 'D-MC-23 2023-09-20'])).toBe(false);
    const rules = rulebook.rules.filter((rule) => restsOnTranslationsAlone(rule.sources)).map(({ id }) => id);
    expect(rules.sort()).toEqual(['R-CSP-CORP-TENANT-UNCLEAR', 'R-LIC-TERM-ENDED-OK', 'R-MC-OWN', 'R-USAGE-COEXIST']);
  });
});
