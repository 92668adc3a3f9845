import { describe, expect, test } from '@jest/globals';
import { asHtml } from '../../src/letters/as-html.ts';
import { languages } from '../../src/languages/speak.ts';
import type { Language } from '../../src/languages/speak.ts';
import { linesOf } from '../../src/letters/plain-text.ts';
import { voiceOf } from '../../src/letters/voice.ts';
import { hasNegator } from '../support/negators.ts';
import { check, everyLetter } from './every-letter.ts';
import { textOf } from './html-check.ts';
import { awaiting, invited, letter, links, wordsFor } from './written.ts';

const mayAccept: Readonly<Record<Language, string>> = {
  en: 'Global administrator',
  es: 'administrador global',
  it: 'amministratore globale',
  ru: 'глобальный администратор',
  'zh-Hans': '全局管理员',
  de: 'globaler Administrator',
  fr: 'administrateur général',
};

const does = ['subscriptions', 'ownership', 'terms', 'record'] as const;

describe.each(languages)('a sceptical administrator who reads %s', (language) => {
  const current = awaiting({ customer: { language } });
  const voice = voiceOf(wordsFor(current));
  const { say } = voice;
  const day = { day: { day: invited(current).lapsesAt.slice(0, 10) } } as Parameters<typeof say>[1];

  const asked = describe.each([
    ['an invitation', 'invitation'],
    ['a reminder', 'reminder'],
  ] as const);

  asked('finds in %s', (_, kind) => {
    const one = letter(kind, current);
    const parts = [linesOf(one).join('\n'), textOf(asHtml(one)).join('\n')];

    const expectSaid = (...sentences: readonly string[]): void => {
      for (const part of parts) for (const sentence of sentences) expect(part).toContain(sentence);
    };

    test('who asks: a person, a company and its number', () => {
      expectSaid('Ana Lindqvist', 'Nordlys Cloud AS', '6100001');
    });

    test('for whom', () => {
      expectSaid(say('letter.greeting'));
      expect(say('letter.greeting')).toContain('Contoso Bakeries');
    });

    test('what would be given, role by role', () => {
      const roles = ['directory_readers', 'service_support_administrator', 'user_administrator'];
      const named = roles.flatMap((role) => [`adminRole.${role}.title`, `adminRole.${role}.means`]).map((key) => voice.sayKey(key));
      expectSaid(say('letter.granted.reseller'), ...named);
    });

    test('for how long', () => {
      expectSaid(say('letter.granted.gdap', { days: 180 }), say('letter.granted.ends'));
      expect(say('letter.granted.gdap', { days: 180 })).toContain('180');
    });

    test('what is not given, each of the four with its “not”', () => {
      const denied = does.map((what) => say(`letter.unchanged.${what}`));
      expectSaid(...denied, say('letter.granted.resellerAlone'));
      expect(denied.map((sentence) => hasNegator(language, sentence))).toEqual([true, true, true, true]);
    });

    test('what to open, and who may accept', () => {
      expectSaid(say('letter.accept.who'), say('letter.accept.compare'), links.gdap, links.reseller);
      expect(say('letter.accept.who').toLowerCase()).toContain(mayAccept[language].toLowerCase());
      expect(hasNegator(language, say('letter.accept.compare'))).toBe(true);
    });

    test('what happens if nobody does anything, and how to refuse', () => {
      expectSaid(say('letter.refuse'), say('letter.until.gdap', day), say('letter.until.reseller', day));
      expect(say('letter.until.gdap', day)).toContain('2026');
      expect(hasNegator(language, say('letter.refuse'))).toBe(true);
    });

    test('how to check it, and whom to call', () => {
      expectSaid(say('letter.check.call', { reference: current.id }), say('letter.check.type'));
      expect(say('letter.check.call', { reference: current.id })).toContain('Ana Lindqvist');
      expect(hasNegator(language, say('letter.check.type'))).toBe(true);
    });
  });

  test('finds the same four denials in the two paragraphs at 21Vianet', () => {
    const there = letter('invitation', awaiting({ customer: { language }, cloud: 'china_21v', wants: 'reseller' }));
    const [first = ''] = linesOf(there);
    for (const what of does) expect(first).toContain(say(`letter.unchanged.${what}`));
  });

  test('reads where their own cloud is administrated', () => {
    const there = everyLetter(language)['invitation to a reseller tie, US Government'];
    expect(there && linesOf(there).join('\n')).toContain(say('letter.place.us_gov'));
    expect(say('letter.place.us_gov')).not.toBe(say('letter.place.global'));
  });

  test('reads in every letter whom to call, and never a link that is not an invitation', () => {
    const rest = Object.entries(everyLetter(language)).filter(([name]) => !/^(?:invitation|reminder)\b(?! of)/.test(name));
    expect(rest.length).toBeGreaterThan(10);
    for (const [, one] of rest) {
      const lines = linesOf(one).join('\n');
      expect(lines).toContain('Ana Lindqvist');
      expect(lines).not.toMatch(/:\/\//);
    }
  });

  test('finds the code of a letter, and a page to be typed that is no link', () => {
    const one = letter('invitation', current, { check: () => check });
    const html = asHtml(one);
    for (const part of [linesOf(one).join('\n'), textOf(html).join('\n')]) {
      expect(part).toContain(check.code);
      expect(part).toContain(check.page);
    }
    expect(html).not.toContain(`href="https://${check.page}`);
    expect(linesOf(letter('invitation', current)).join('\n')).not.toContain(check.code);
  });
});
