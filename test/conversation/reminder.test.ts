import { describe, expect, test } from '@jest/globals';
import { reminderLines } from '../../src/conversation/reminder.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { waysTo } from '../cases/lives/all.ts';
import { on } from '../support/cases.ts';
import { given } from '../support/given.ts';

const english = speakerOf('en');
const prepared = given(...(waysTo('azure-switch').get('preparing') ?? []));
const silent = given(...(waysTo('azure-switch').get('awaiting-other-partner') ?? []));

const lines = (says: string, current = prepared, now = on('12-31 09:00'), language: 'de' | null = null) =>
  reminderLines(says, {
    current: language === null ? current : { ...current, customer: { ...current.customer, language } },
    now,
    speaker: english,
  });

describe('a reminder is more than that something waits', () => {
  test('it says how ours is done, and has a sentence for each of the others that only needs to be sent', () => {
    const [ours, theirs, ...more] = lines('told.items-wait');
    expect(ours).toMatch(/^For us to do: Look in Partner Center/);
    expect(theirs).toMatch(/^To send to Contoso Bakeries: “/);
    expect(more).toEqual([]);
  });

  test('what is for the customer is in the customer’s language', () => {
    expect(lines('told.items-wait', prepared, on('12-31 09:00'), 'de')[1]).toContain('Wir warten von Ihnen noch auf Folgendes');
  });

  test('what is not yet due is nobody’s worry', () => {
    expect(lines('told.items-wait', prepared, prepared.since)).toEqual([]);
  });

  test('while the other partner is silent the customer and the partner each get their sentence, with the day', () => {
    const [customer, partner, ...more] = lines('told.other-partner-silent', silent);
    expect(customer).toContain('Your present partner, Fabrikam Cloud Services, has not answered');
    expect(partner).toMatch(/^To send to Fabrikam Cloud Services: “Our transfer request for Contoso Bakeries/);
    expect(more).toEqual([]);
  });

  test('other news needs no more lines', () => {
    expect(lines('told.approved')).toEqual([]);
  });
});
