import { describe, expect, test } from '@jest/globals';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { catalogues, languageOf, speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import {
  Cloud,
  contradictions,
  decide,
  editions,
  factShapes,
  Flow,
  nextSteps,
  rulebook,
  sources,
  verdicts,
} from '../../src/policy/index.ts';
import type { Source } from '../../src/policy/index.ts';
import fc from 'fast-check';
import { boardFilters } from '../../src/cards/board-wish.ts';
import { searches } from '../../src/conversation/finding/search.ts';
import { labelKeys } from '../../src/cards/templates.ts';
import { answerOf } from '../../src/languages/answer.ts';
import { anySituation } from '../support/any-situation.ts';
import { kinds, thingNames } from '../../src/wizards/check-eligibility/things.ts';
import { Procedure } from '../../src/cases/azure-switch/case.ts';
import { effectCodes, groups } from '../../src/wizards/switch-azure/effects-of-moving.ts';
import { Filling as SwitchAzure } from '../../src/wizards/switch-azure/filling.ts';
import { allKinds } from '../../src/wizards/switch-azure/kinds.ts';
import { rolesToChoose } from '../../src/wizards/request-admin/bundles.ts';
import { Filling as AskCustomer } from '../../src/wizards/ask-customer/filling.ts';
import { Filling as End } from '../../src/wizards/end/filling.ts';
import { Filling as HandOut } from '../../src/wizards/hand-out/filling.ts';
import { Filling as Renew } from '../../src/wizards/renew/filling.ts';
import { Filling as RequestAdmin } from '../../src/wizards/request-admin/filling.ts';
import { hasNegator, negators } from '../support/negators.ts';
import { caseActions } from '../../src/conversation/decisions.ts';
import { sentenceKeys } from '../commands/sentence-keys.ts';

const english = catalogues.en as Readonly<Record<string, string>>;
const catalogueOf = (language: keyof typeof catalogues): Readonly<Record<string, string>> => catalogues[language];

const placeholders = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural)
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => placeholders(value))];
    return 'value' in element ? [element.value] : [];
  });

const pluralsOf = (elements: readonly MessageFormatElement[]): string[][] =>
  elements.flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options)] : []));

/** Every key that code puts together from codes. */
const composed = [
  ...RequestAdmin.shape.page.options.map((page) => `wizard.page.request-admin.${page}`),
  ...Renew.shape.page.options.map((page) => `wizard.page.renew.${page}`),
  ...End.shape.page.options.map((page) => `wizard.page.end.${page}`),
  ...AskCustomer.shape.page.options.map((page) => `wizard.page.ask-customer.${page}`),
  ...HandOut.shape.page.options.map((page) => `wizard.page.hand-out.${page}`),
  ...SwitchAzure.shape.page.options.map((page) => `wizard.page.switch-azure.${page}`),
  ...Procedure.options.map((procedure) => `wizard.switch.own.${procedure}`),
  ...allKinds.map((kind) => `wizard.switch.kind.${kind}`),
  ...effectCodes.map((code) => `wizard.effect.${code}`),
  ...groups.map((group) => `wizard.switch.group.${group}`),
  ...['partner', 'which', 'tenant', 'ends'].flatMap((one) => [`wizard.switch.${one}`, `wizard.switch.${one}Hint`]),
  ...sentenceKeys,
  ...labelKeys,
  ...['too-long', 'link', 'markup', 'control', 'not-an-address', 'mimics', 'other-domain'].map((code) => `letter.problem.${code}`),
  ...thingNames.map((thing) => `check.thing.${thing}`),
  ...['customer', 'subscriptions', ...kinds, 'told', 'verdict'].map((page) => `wizard.page.check.${page}`),
  ...[...caseActions, 'refuse'].map((action) => `talk.done.${action}`),
  ...boardFilters.filter((one) => one !== 'all').flatMap((one) => [`board.${one}`, `board.button.${one}`]),
  ...searches.flatMap((one) => ['title', 'description', 'field'].map((part) => `search.${one}.${part}`)),
  ...rolesToChoose.flatMap((role) => [`adminRole.${role}.title`, `adminRole.${role}.means`]),
  ...rulebook.rules.map(({ id }) => `rule.${id}`),
  ...nextSteps.map((step) => `next.${step}`),
  ...verdicts.map((verdict) => `verdict.${verdict}`),
  ...['deny', 'warn', 'inform', 'review'].map((severity) => `severity.${severity}`),
  ...Flow.options.map((flow) => `flow.${flow}`),
  ...Cloud.options.map((cloud) => `cloud.${cloud}`),
  ...['V', 'V conflict', 'V gap', 'T', 'I'].map((mark) => `evidence.${mark}`),
  ...Object.values<Source>(sources).flatMap(({ kind, language, translation, defects = [] }) => [
    ...defects.map((defect) => `defect.${defect}`),
    `source.${kind}`,
    `sourceLanguage.${language}`,
    `translation.${translation}`,
  ]),
  ...Object.keys(contradictions).flatMap((id) =>
    ['topic', 'older', 'newer', 'reading'].map((part) => `contradiction.${id}.${part}`),
  ),
  ...[...factShapes].flatMap(([path, shape]) => [
    `fact.${path}`,
    `group.${path.includes('.') ? path.slice(0, path.indexOf('.')) : 'place'}`,
    ...(shape.kind === 'choice' || shape.kind === 'choices' ? shape.options.map((option) => `value.${path}.${option}`) : []),
    ...(shape.kind === 'flags' ? shape.names.map((name) => `value.${path}.${name}`) : []),
  ]),
];

const sourceFiles = (folder: URL): URL[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = new URL(entry.name + (entry.isDirectory() ? '/' : ''), folder);
    return entry.isDirectory() ? sourceFiles(at) : entry.name.endsWith('.ts') ? [at] : [];
  });
const code = sourceFiles(new URL('../../src/', import.meta.url))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('the English catalogue', () => {
  test('says everything that can be said', () => {
    expect(composed.filter((key) => !(key in english))).toEqual([]);
  });

  test('says nothing that nobody says', () => {
    const named = new Set(composed);
    const unused = Object.keys(english).filter(
      (key) =>
        !named.has(key) && !code.includes(`'${key}'`) && !/^(rule\.H-|source\.(newest|current|undated|house_rules))/.test(key),
    );
    expect(unused).toEqual([]);
    for (const key of Object.keys(english).filter((one) => one.startsWith('rule.H-')))
      expect(code).toContain(key.slice('rule.'.length));
  });
});

describe.each(languages)('%s', (language) => {
  const catalogue = catalogueOf(language);

  test('has the same keys in the same order', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  test('puts the same values into each sentence', () => {
    const different = Object.keys(english).filter(
      (key) =>
        [...new Set(placeholders(parse(catalogue[key] ?? '')))].sort().join() !==
        [...new Set(placeholders(parse(english[key] ?? '')))].sort().join(),
    );
    expect(different).toEqual([]);
  });

  test('counts as the language counts', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const text of Object.values(catalogue)) {
      for (const plurals of pluralsOf(parse(text))) expect(plurals.sort()).toEqual(pluralCategories.toSorted());
    }
  });

  test('keeps every “not” of rules, next steps and contradictions', () => {
    const lost = Object.keys(english).filter(
      (key) =>
        /^(rule|next|contradiction|defect)\./.test(key) &&
        hasNegator('en', english[key] ?? '') &&
        !hasNegator(language, catalogue[key] ?? ''),
    );
    expect(lost).toEqual([]);
  });

  test('is text and nothing else', () => {
    for (const [key, text] of Object.entries(catalogue)) {
      expect(`${key}: ${text}`).not.toMatch(/['<>]|\s{2}|^\s|\s$|\$\{|TODO/);
    }
  });

  test('says every decision without a gap', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const answer = answerOf(decide(situation), speakerOf(language));
        expect(JSON.stringify(answer)).not.toMatch(/undefined|NaN|\{\w+[,}]|value\.|rule\.R|null\b.*null\b.*"says":null/);
        expect(answer.findings.every(({ says, sources }) => says.length > 10 && sources.length > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const doesNot = [
  'R-MP-NO-CHANGE-SUBS',
  'R-MP-NO-TRANSITION',
  'R-MP-NO-TERMS-CHANGE',
  'R-MP-NO-POR-CHANGE',
  'R-NO-CSP-TO-CSP-RESALE',
];

describe('the four “does not” and the ban on resale, which a translation has lost before', () => {
  test.each(languages.flatMap((language) => doesNot.map((rule) => [language, rule] as const)))(
    '%s keeps the negation of %s',
    (language, rule) => {
      expect(hasNegator(language, catalogueOf(language)[`rule.${rule}`] ?? '')).toBe(true);
    },
  );

  test.each(languages)('and the check would notice its loss in %s', (language) => {
    for (const rule of doesNot) {
      const sentence = catalogueOf(language)[`rule.${rule}`] ?? '';
      expect(hasNegator(language, withoutNegators(language, sentence))).toBe(false);
    }
  });
});

const withoutNegators = (language: keyof typeof catalogues, sentence: string): string =>
  language === 'zh-Hans'
    ? negators[language].reduce((text, negator) => text.replaceAll(negator, ''), sentence)
    : sentence
        .split(/(?<=[^\p{L}’])|(?=[^\p{L}’])/u)
        .filter((word) => !hasNegator(language, word))
        .join('');

describe('languages by their tags', () => {
  test.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['FR-ca', 'fr'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['pt', null],
    ['', null],
  ])('%s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
});

test('every edition tells what it brought', () => {
  expect(editions.every(({ changes }) => changes.endsWith('.'))).toBe(true);
});
