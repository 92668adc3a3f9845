import { describe, expect, test } from '@jest/globals';
import { MOST_BYTES, render } from '../../src/cards/render.ts';
import type { ScreenData } from '../../src/cards/screens.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { findingsOf, leftoversIn } from '../support/card-check.ts';
import { wizardExamples } from './data/wizard-pages.ts';

describe.each(wizardExamples)('the wizard’s page “$state”', ({ card }) => {
  test.each(languages)('is shown by Teams in %s', (language) => {
    const drawn = card(speakerOf(language));
    expect(findingsOf(drawn)).toEqual([]);
    // “None” is a choice, sent back as a word.
    expect(leftoversIn(drawn).filter((one) => one !== '"null"')).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThanOrEqual(MOST_BYTES);
  });
});

type Question = ScreenData<'wizard/questions'>['questions'][number];

const lookOf = (question: Partial<Question>, howMany: number): unknown => {
  const choices = Array.from({ length: howMany }, (_, n) => ({ title: `Choice ${n}`, value: `${n}` }));
  const asked = {
    kind: 'choice',
    id: 'one',
    label: 'Which?',
    hint: null,
    problem: null,
    value: '',
    ...question,
    choices,
  } as Question;
  const page = { title: 'Page', lead: null, customer: null, step: 'Page 1', problem: null, buttons: [], questions: [asked] };
  return /"style":"(expanded|compact)"/.exec(JSON.stringify(render('wizard/questions', page, speakerOf('en'))))?.[1];
};

describe('choices', () => {
  test('are all in view where they are few', () => {
    expect([lookOf({}, 5), lookOf({}, 6)]).toEqual(['expanded', 'compact']);
  });

  test('that others have named are never beside a radio button, where names would be read as markdown', () => {
    expect(lookOf({ isFromOutside: true }, 2)).toBe('compact');
  });
});
