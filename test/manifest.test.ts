import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { menu } from '../src/conversation/commands.ts';
import { searches } from '../src/conversation/finding/search.ts';
import { createGrammar } from '../src/conversation/grammar/grammar.ts';
import { usualWords } from '../src/conversation/grammar/words.ts';
import { speakerOf } from '../src/languages/catalogues.ts';
import { languages } from '../src/languages/speak.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../manifest/${name}.json`, import.meta.url), 'utf8'));

const Scope = z.enum(['personal', 'team', 'groupChat']);
const Title = z.string().min(1).max(32);
const Description = z.string().min(1).max(128);
const Placeholder = z.string().regex(/^\{\{[A-Z_]+\}\}$/);

/** What Microsoft’s schema of this version allows for the parts that we use. */
const Manifest = z.strictObject({
  $schema: z.url(),
  manifestVersion: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: Placeholder,
  developer: z.strictObject({ name: Placeholder, websiteUrl: Placeholder, privacyUrl: Placeholder, termsOfUseUrl: Placeholder }),
  localizationInfo: z.strictObject({
    defaultLanguageTag: z.literal('en'),
    additionalLanguages: z.array(z.strictObject({ languageTag: z.string(), file: z.string() })),
  }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4000) }),
  icons: z.strictObject({ outline: z.string(), color: z.string() }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i),
  bots: z.tuple([
    z.strictObject({
      botId: Placeholder,
      scopes: z.array(Scope).max(3),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.literal(false),
      commandLists: z
        .array(
          z.strictObject({
            scopes: z.array(Scope).max(3),
            commands: z.array(z.strictObject({ title: Title, description: Description })).max(10),
          }),
        )
        .max(3),
    }),
  ]),
  composeExtensions: z.tuple([
    z.strictObject({
      botId: Placeholder,
      commands: z
        .array(
          z.strictObject({
            ...{ id: z.string().min(1).max(64), type: z.literal('query'), title: Title, description: Description },
            initialRun: z.boolean(),
            context: z.array(z.enum(['compose', 'commandBox', 'message'])).max(3),
            parameters: z
              .array(
                z.strictObject({ name: z.string().max(64), title: Title, description: Description, inputType: z.enum(['text']) }),
              )
              .min(1)
              .max(5),
          }),
        )
        .min(1)
        .max(10),
    }),
  ]),
});

const offered = (language: (typeof languages)[number]) => {
  const { sayKey } = speakerOf(language);
  return searches.map((id) => ({
    id,
    title: sayKey(`search.${id}.title`),
    description: sayKey(`search.${id}.description`),
    field: sayKey(`search.${id}.field`),
  }));
};

const manifest = Manifest.parse(read('manifest'));
const [bot] = manifest.bots;
const grammar = createGrammar();
const others = languages.filter((language) => language !== 'en');

const suggested = (language: (typeof languages)[number]) =>
  menu.map(({ wish }) => ({
    title: usualWords(wish, language),
    description: speakerOf(language).sayKey(`command.${wish}.hint`),
  }));

test('every chat gets one list of commands', () => {
  expect(bot.commandLists.flatMap(({ scopes }) => scopes).toSorted()).toEqual(bot.scopes.toSorted());
});

test('the manifest suggests the commands of the catalogue', () => {
  expect(bot.commandLists.map(({ commands }) => commands)).toEqual([suggested('en')]);
});

test('the manifest offers the searches that the conversation answers, as the same bot', () => {
  const [{ botId, commands }] = manifest.composeExtensions;
  expect(botId).toBe(bot.botId);
  const said = commands.map(({ id, title, description, parameters: [first] }) => ({ id, title, description, field: first?.title }));
  expect(said).toEqual(offered('en'));
});

test('there is a file for every other language', () => {
  expect(manifest.localizationInfo.additionalLanguages.map(({ file }) => file)).toEqual(
    others.map((language) => `${language}.json`),
  );
  expect(new Set(manifest.localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag)).size).toBe(others.length);
});

describe.each(others)('%s', (language) => {
  const file = z.record(z.string(), z.string()).parse(read(language));

  test('says name and description within the limits', () => {
    expect(Object.keys(file).filter((key) => !/^(bots|composeExtensions)\[/.test(key))).toEqual([
      '$schema',
      'name.short',
      'name.full',
      'description.short',
      'description.full',
    ]);
    expect(file['name.short']?.length).toBeLessThanOrEqual(30);
    expect(file['name.full']?.length).toBeLessThanOrEqual(100);
    expect(file['description.short']?.length).toBeLessThanOrEqual(80);
  });

  test('suggests the same commands in its own words', () => {
    const expected = suggested(language).flatMap(({ title, description }, index) => [
      [`bots[0].commandLists[0].commands[${index}].title`, title],
      [`bots[0].commandLists[0].commands[${index}].description`, description],
    ]);
    expect(Object.entries(file).filter(([key]) => key.startsWith('bots['))).toEqual(expected);
    for (const { title, description } of suggested(language)) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });

  test('offers the same searches in its own words', () => {
    const expected = offered(language).flatMap(({ title, description, field }, index) => [
      [`composeExtensions[0].commands[${index}].title`, title],
      [`composeExtensions[0].commands[${index}].description`, description],
      [`composeExtensions[0].commands[${index}].parameters[0].title`, field],
      [`composeExtensions[0].commands[${index}].parameters[0].description`, field],
    ]);
    expect(Object.entries(file).filter(([key]) => key.startsWith('composeExtensions['))).toEqual(expected);
    for (const { title, description, field } of offered(language)) {
      expect([title.length, field.length].every((length) => length <= 32)).toBe(true);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  });
});

test.each(languages)('what Teams puts into the field in %s is understood', (language) => {
  expect(menu.map(({ wish }) => grammar(usualWords(wish, language)).wants)).toEqual(menu.map(({ wish }) => wish));
});
