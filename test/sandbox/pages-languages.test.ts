import { describe, expect, test } from '@jest/globals';
import { catalogues } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { voiceOf } from '../../src/sandbox/pages/voice.ts';
import { reasons } from '../../src/sandbox/pages/refusals.ts';
import { words } from '../../src/sandbox/pages/words.ts';
import { granitt, lyngmo, solsikke } from '../support/sandbox-world.ts';
import { asked, invitationPage, songjian, visiting } from '../support/visiting.ts';

describe('seven languages', () => {
  test('have the same words, the same values in them, and none left empty', () => {
    const shape = (language: (typeof languages)[number]) =>
      Object.entries(words[language]).map(([key, says]) => [
        key,
        [...says.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted(),
        says.trim() === '',
      ]);
    expect(Object.keys(words).toSorted()).toStrictEqual(Object.keys(catalogues).toSorted());
    for (const language of languages) expect(shape(language)).toStrictEqual(shape('en'));
  });

  test.each(languages)('%s is chosen by the address, and stays chosen', async (language) => {
    const { visit } = visiting();
    const { text, headers } = await visit(`/customers/${lyngmo}?lang=${language}`, { accept: 'pt' });
    expect(text).toContain(`<html lang="${language}">`);
    expect(headers?.['Content-Language']).toBe(language);
    expect(text).toContain(words[language].noInvitations.replaceAll("'", '&#39;'));
    expect(text).toContain(`href="/customers?lang=${language}"`);
    expect(text).toContain(`/end?lang=${language}"`);
  });

  test('are taken from the browser, else from how the customer speaks, else it is English', async () => {
    const { visit } = visiting();
    const languageOf = async (path: string, accept?: string) =>
      /<html lang="([^"]+)"/.exec((await visit(path, accept === undefined ? {} : { accept })).text)?.[1];
    const spanish = '/customers/c0570012-0012-4c12-8c12-000000000c12';
    const weighted = await languageOf('/customers', 'pt-BR, it;q=0.4, de-AT;q=0.8, *;q=0.1');
    expect(weighted).toBe('de');
    expect(await languageOf(spanish, 'fr-CA')).toBe('fr');
    expect(await languageOf(spanish, 'nb')).toBe('es');
    expect(await languageOf(`/customers/${songjian}`)).toBe('zh-Hans');
    expect(await languageOf(`/customers/${lyngmo}`)).toBe('en');
    expect(await languageOf('/customers', 'fr;q=0, zz')).toBe('en');
  });

  test('name countries in words, not by letters that read as a word', async () => {
    const { visit } = visiting();
    const countryIn = async (language: string) =>
      /<dd>([^<]*Nor[^<]*)<\/dd>/.exec((await visit(`/partners/${granitt}?lang=${language}`)).text)?.[1];
    expect(await countryIn('en')).toBe('Norway');
    expect(await countryIn('it')).toBe('Norvegia');
  });

  test('have words for every reason that the world gives', () => {
    const { en } = words;
    expect(Object.values(reasons).filter((key) => !(key in en))).toStrictEqual([]);
  });
});

describe('everybody finds their way', () => {
  test('to a customer by name or domain, in whatever letters', async () => {
    const { visit } = visiting();
    const found = async (wanted: string) =>
      [...(await visit(`/customers?q=${encodeURIComponent(wanted)}`)).text.matchAll(/<li><a href="\/customers\/(c0[^"?]+)/g)].map(
        ([, id]) => id,
      );
    expect(await found('solsikke')).toStrictEqual([solsikke]);
    expect(await found('松涧')).toStrictEqual([songjian]);
    expect(await found('no such name')).toStrictEqual([]);
  });

  test('without seeing: each page has one heading above all, a language, labels for its fields, and a way to its content', async () => {
    const { visit, page } = asked();
    for (const path of ['/customers', '/customers/open', `/customers/${solsikke}`, page, invitationPage(lyngmo, granitt)]) {
      const { text } = await visit(path);
      expect(text.match(/<h1>/g)).toHaveLength(1);
      expect(text).toContain('href="#main"');
      const ids = [...text.matchAll(/<(?:input|select)(?![^>]*type="hidden")[^>]* id="([^"]+)"/g)].map(([, id = '']) => id);
      expect(ids.filter((id) => !text.includes(`<label for="${id}"`))).toStrictEqual([]);
      expect(text.match(/<(?:input|select)(?![^>]*type="hidden")[^>]*>/g) ?? []).toHaveLength(ids.length);
    }
  });
});

test('a sentence ends once, also behind a name with a full stop of its own', () => {
  const { say } = voiceOf('en');
  expect(say('youAre', { person: 'Livia', customer: 'Vetreria Collefiorito S.r.l.' })).toBe(
    'You are Livia, administrator of Vetreria Collefiorito S.r.l.',
  );
  expect(say('youAre', { person: 'Livia', customer: 'Contoso' })).toBe('You are Livia, administrator of Contoso.');
});
