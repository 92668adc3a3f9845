import { describe, expect, test } from '@jest/globals';
import { languages } from '../../src/languages/speak.ts';
import { asHtml } from '../../src/letters/as-html.ts';
import { letterFor } from '../../src/letters/compose.ts';
import { linesOf } from '../../src/letters/plain-text.ts';
import { previewQuestions } from '../../src/letters/preview.ts';
import { voiceOf } from '../../src/letters/voice.ts';
import { wordsOf } from '../../src/letters/words.ts';
import { hasNegator } from '../support/negators.ts';
import { inquired, told } from './asked.ts';
import { asked, check } from './every-letter.ts';
import { textOf } from './html-check.ts';
import { letter, means } from './written.ts';

const sender = { name: 'Nordlys Cloud AS', partnerId: '6100001' };

describe.each(languages)('a sceptical administrator who is asked questions in %s', (language) => {
  const current = inquired({ customer: { language } });
  const { say } = voiceOf(wordsOf(current, sender));

  describe.each(['questions', 'reminder'] as const)('finds in the letter %s', (kind) => {
    const one = letter(kind, current, asked);
    const html = asHtml(one);
    const parts = [linesOf(one).join('\n'), textOf(html).join('\n')];

    const expectSaid = (...sentences: readonly string[]): void => {
      for (const part of parts) for (const sentence of sentences) expect(part).toContain(sentence);
    };

    test('who asks, for whom and why', () => {
      expectSaid('Ana Lindqvist', 'Nordlys Cloud AS', '6100001', 'Contoso Bakeries', 'Web shop', say('letter.questions.why'));
    });

    test('that an answer grants nothing and changes nothing, with its “not”', () => {
      expectSaid(say('letter.questions.nothing'), say('letter.questions.kept'));
      expect(hasNegator(language, say('letter.questions.nothing'))).toBe(true);
    });

    test('each of the five questions, and that nobody has to know the answer', () => {
      const five = (['what', 'from', 'term', 'partner', 'wish'] as const).map((one) => say(`letter.questions.asked.${one}`));
      expectSaid(...five, say('letter.questions.asked.unknown'));
      expect(new Set(five).size).toBe(5);
    });

    test('a page to be typed with a code, open until a day, and no link at all', () => {
      const { page, opens } = asked.check();
      expectSaid(
        say('letter.questions.type', { page, code: opens }),
        say('letter.questions.until', { day: { day: '2026-05-01' } } as never),
      );
      expectSaid(say('letter.questions.noLink'));
      expect(hasNegator(language, say('letter.questions.noLink'))).toBe(true);
      expect(one.blocks.filter(({ kind: block }) => block === 'link')).toEqual([]);
      expect(html).not.toContain('href=');
      for (const part of parts) expect(part).not.toMatch(/:\/\//);
    });

    test('whom to call, and that nobody asks for a password', () => {
      expectSaid(
        say('letter.check.call', { reference: current.id }),
        say('letter.questions.telephone'),
        say('letter.questions.sameCode', { code: check.code }),
      );
      expect(hasNegator(language, say('letter.questions.sameCode', { code: check.code }))).toBe(true);
    });

    test('that they need not answer, and what happens then', () => {
      expectSaid(say('letter.questions.silence'));
      expect(hasNegator(language, say('letter.questions.silence'))).toBe(true);
    });
  });

  test('is told to compare another code than the one that opens the page', () => {
    const lines = linesOf(letter('questions', current, asked));
    const having = (code: string) => lines.filter((line) => line.includes(code));
    expect(having(asked.check().opens)).toEqual([say('letter.questions.type', { ...asked.check(), code: asked.check().opens })]);
    expect(having(check.code)).toEqual([say('letter.questions.sameCode', { code: check.code })]);
  });

  test('sees in the second letter that it is not the first, and since when it is asked', () => {
    const second = letter('reminder', current, asked);
    expect(second.subject).toBe(say('letter.subject.questionsReminder'));
    expect(linesOf(second)).toContain(say('letter.questions.reminder', { day: { day: '2026-03-02' } } as never));
    expect(linesOf(letter('questions', current, asked))).not.toContain(
      say('letter.questions.reminder', { day: { day: '2026-03-02' } } as never),
    );
  });

  test('is shown to whoever asks as it will be, but for number, page and codes', () => {
    const { title, lines } = previewQuestions(wordsOf(current, sender), 'Web shop');
    const sent = letter('questions', current, asked);
    expect(title).toBe(sent.subject);
    const missing = linesOf(sent).filter((line) => !lines.includes(line));
    expect(missing).toHaveLength(5);
    expect(lines).toContain(say('letter.preview.answers', { days: 60 }));
    expect(lines).toContain(say('letter.preview.sameCode'));
    expect(hasNegator(language, say('letter.preview.sameCode'))).toBe(true);
  });
});

test('without a page, or without a code that opens it, nobody is asked, and once it is answered nobody is asked again', () => {
  expect(letterFor('questions', inquired(), means)).toBeNull();
  expect(letterFor('questions', inquired(), { ...means, check: () => check })).toBeNull();
  expect(letterFor('reminder', told(), { ...means, ...asked })).toBeNull();
  expect(letterFor('invitation', inquired(), { ...means, ...asked })).toBeNull();
});
