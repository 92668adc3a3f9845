import { describe, expect, test } from '@jest/globals';
import { moment } from '../../src/wire/shapes.ts';

describe('a moment', () => {
  test.each([
    ['2026-02-11T10:00:00Z', '2026-02-11T10:00:00.000Z'],
    ['2026-03-02T09:00:00.1234567Z', '2026-03-02T09:00:00.123Z'],
    ['2026-03-02T10:00:00.0000000+00:00', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00+02:00', '2026-03-02T08:00:00.000Z'],
    ['2026-02-10T00:00:00', '2026-02-10T00:00:00.000Z'],
    ['2026-02-10', '2026-02-10T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.9999999', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59-05:00', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s, and compares as a text', (said, at) => {
    expect(moment.parse(said)).toBe(at);
  });

  test.each(['', 'soon', 'not before 5', 'step 12', '2026', '5', '2026-13-01T00:00:00Z', '+012026-01-01T00:00:00Z'])(
    '“%s” is none, though a date could be read into it',
    (said) => {
      expect(moment.safeParse(said).success).toBe(false);
    },
  );
});
