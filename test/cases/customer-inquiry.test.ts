import { describe, expect, test } from '@jest/globals';
import { CustomerInquiryEvent } from '../../src/cases/customer-inquiry/events.ts';
import { isAwaited, isWanted } from '../../src/cases/effect.ts';
import type { Effect } from '../../src/cases/effect.ts';
import { aboutGdap, askCustomer, happens, inquiryOpened, on } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { testLives } from '../support/lives.ts';
import { inquiries } from './lives/inquiries.ts';

describe('a customer is asked what only it knows', () => {
  testLives(inquiries);
});

describe('how it begins', () => {
  const opened = inquiryOpened('03-02 09:00');
  const isOne = (more: object) => CustomerInquiryEvent.safeParse({ ...opened, ...more }).success;

  test('with nothing decided and nothing told: the customer is the one who tells', () => {
    expect(isOne({})).toBe(true);
    expect(isOne({ decisions: [aboutGdap] })).toBe(false);
    expect(isOne({ asks: [{ flow: 'gdap_request', about: null, facts: {} }] })).toBe(false);
    expect(isOne({ proposal: { ...askCustomer(), told: { 'item.term': 'active' } } })).toBe(false);
  });

  test('about something, or about whatever the customer has; and never about a novel', () => {
    expect(isOne({ proposal: askCustomer('') })).toBe(true);
    expect(isOne({ proposal: askCustomer('x'.repeat(201)) })).toBe(false);
  });
});

test('as long as no letter could go out its sixty days have not begun', () => {
  const trouble = { effect: 'letters/1', code: 'no-recipient', words: 'Nobody.' };
  const stuck = [inquiryOpened('03-02 09:00'), happens('case-stuck', '03-02 09:01', { trouble })];
  const late = happens('case-resumed', '05-20 09:00', { words: 'It is right now.' });
  expect(given(...stuck, late)).toMatchObject({ status: 'awaiting-customer', lapsesAt: on('07-19 09:00') });
});

test('it waits for its letter, and not for a reminder', () => {
  const questions: Effect = { kind: 'send-letter', letter: 'questions' };
  expect(isAwaited(questions)).toBe(true);
  expect(isAwaited({ kind: 'send-letter', letter: 'reminder' })).toBe(false);
  expect([isWanted(questions, 'awaiting-customer'), isWanted(questions, 'withdrawn'), isWanted(questions, 'done')]).toEqual([
    true,
    false,
    false,
  ]);
});
