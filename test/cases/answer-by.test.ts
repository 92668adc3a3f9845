import { describe, expect, test } from '@jest/globals';
import { answerBy, deadlinesOf } from '../../src/cases/azure-switch/deadlines.ts';
import type { In } from '../../src/cases/azure-switch/case.ts';
import { happens, on } from '../support/cases.ts';
import { given } from '../support/given.ts';

const offered = (expiresAt: string): In<'awaiting-our-decision'> =>
  given(happens('transfer-offered', '03-02 09:00', { expiresAt: on(expiresAt) })) as In<'awaiting-our-decision'>;

describe('until when a transfer can be answered', () => {
  test('is 30 days, although Microsoft shows a day more', () => {
    expect(answerBy(offered('04-02 09:00'))).toBe(on('04-01 09:00'));
  });

  test('is what Microsoft shows where that is less', () => {
    expect(answerBy(offered('03-20 09:00'))).toBe(on('03-20 09:00'));
  });

  test('is no reason to call it expired before Microsoft does', () => {
    expect(deadlinesOf(offered('04-02 09:00'))).toContainEqual({ what: 'transfer-expires', at: on('04-02 09:00') });
  });

  test('has nothing to do with what is signed on paper', () => {
    const paper = { since: on('03-02 09:00'), transferId: null, expiresAt: on('05-31 09:00') };
    expect(answerBy(paper)).toBe(on('05-31 09:00'));
  });
});
