import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CaseId, caseIdFor } from '../../src/cases/ids.ts';

describe('case ids', () => {
  test('the same request has the same id, also next year', () => {
    expect(caseIdFor('ADM', 'one click')).toBe(caseIdFor('ADM', 'one click'));
    expect(caseIdFor('ADM', 'one click')).toBe('ADM-K1DX8-82WDM');
  });

  test('another request, or another kind, has another', () => {
    expect(caseIdFor('ADM', 'another click')).not.toBe(caseIdFor('ADM', 'one click'));
    expect(caseIdFor('AZ', 'one click').slice(3)).not.toBe(caseIdFor('ADM', 'one click').slice(4));
  });

  test('whatever the request was, it is an id, without letters that look like digits', () => {
    fc.assert(
      fc.property(fc.constantFrom('ADM' as const, 'AZ' as const), fc.string(), (prefix, key) => {
        const id = caseIdFor(prefix, key);
        expect(CaseId.parse(id)).toBe(id);
        expect(id.replace(/^(ADM|AZ)-/, '')).not.toMatch(/[ILOU]/);
      }),
    );
  });

  test('ten thousand requests have ten thousand ids', () => {
    const ids = new Set(Array.from({ length: 10_000 }, (_, number) => caseIdFor('ADM', `request ${number}`)));
    expect(ids.size).toBe(10_000);
  });

  test.each(['ADM-12345', 'adm-12345-6789A', 'AZ-1234I-56789', 'XY-12345-6789A', 'ADM-12345-6789A ', ''])('%p is none', (text) => {
    expect(CaseId.safeParse(text).success).toBe(false);
  });
});
