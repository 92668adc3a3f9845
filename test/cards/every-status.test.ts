import { describe, expect, test } from '@jest/globals';
import { MOST_BYTES } from '../../src/cards/render.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { languages } from '../../src/languages/speak.ts';
import { findingsOf, leftoversIn } from '../support/card-check.ts';
import { statusExamples } from './data/statuses.ts';

describe.each(statusExamples)('$state', ({ card }) => {
  test.each(languages)('is shown by Teams in %s', (language) => {
    const drawn = card(speakerOf(language));
    expect(findingsOf(drawn)).toEqual([]);
    expect(leftoversIn(drawn)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThanOrEqual(MOST_BYTES);
  });
});
