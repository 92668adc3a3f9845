import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { CaseEvent, replay } from '../../src/cases/case.ts';
import type { Case } from '../../src/cases/case.ts';
import { sha256 } from '../../src/cases/digest.ts';
import { erase, NO_EVENT, seal, SealedEvent, unseal } from '../../src/cases/history.ts';
import { decide, parseSituation } from '../../src/policy/index.ts';
import { ana, bruno, chiara, contoso, dov, happens, moveAzure, otherAdminId, switchOpened } from '../support/cases.ts';
import { flawIn, histories, salt, sealed } from './sealed.ts';

const [history] = histories.filter(({ events }) => events.length > 8);
if (history === undefined) throw new Error('There is a long example');
const { id, events, records } = history;

/** With one record changed. */
const changedAt = (index: number, change: (record: SealedEvent) => SealedEvent): SealedEvent[] =>
  records.map((record, at) => (at === index ? change(record) : record));

/** Whoever tampers with a file writes whatever number they like beside the text. */
const filedAnew = (left: readonly SealedEvent[], caseId: Case['id']): SealedEvent[] =>
  left.map((record, index) => ({ ...record, caseId, seq: index + 1 }));

describe('what is kept', () => {
  test('is the event again, for every event of the examples, and its history the case', () => {
    for (const { events, records, last } of histories) {
      const kept = records.map((record) => SealedEvent.parse(JSON.parse(JSON.stringify(record))));
      expect(isDeepStrictEqual(kept.map(unseal), events)).toBe(true);
      expect(isDeepStrictEqual(replay(kept.map(unseal)), last)).toBe(true);
    }
  });

  test('is a chain without a flaw', () => {
    for (const { records, id } of histories) expect(flawIn(records, id)).toBeNull();
  });

  test('has no person in its text', () => {
    for (const { records } of histories) {
      for (const { text } of records) expect(text).not.toMatch(/Marta|Ana L|Bruno|Chiara|Dov|Contoso/);
    }
  });

  test('does not show that two have said the same', () => {
    const [one, other] = [happens('case-declined', '03-02 09:00'), happens('case-declined', '03-02 09:00')].map((event) =>
      seal({ caseId: id, seq: 1, previous: NO_EVENT }, event, salt),
    );
    expect(one?.text).not.toBe(other?.text);
  });

  test('keeps a text that only looks like something erased', () => {
    const subject = { id: 'sub-1', name: 'personal: laptops', facts: { 'item.generation': 'personal: laptops' } };
    const event = {
      ...switchOpened('03-02 09:00', moveAzure('ea-to-csp', { subjects: [subject] })),
      asks: [{ flow: 'ea_to_csp', about: 'sub-1', facts: { customer: 'personal: x' } }],
    } as CaseEvent;
    expect(unseal(seal({ caseId: id, seq: 1, previous: NO_EVENT }, event, salt))).toStrictEqual(event);
  });
});

describe('what was tampered with is found', () => {
  test('any byte of any text', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (which, where, bits) => {
        const index = which % records.length;
        const forged = changedAt(index, (record) => {
          const bytes = Buffer.from(record.text, 'utf8');
          const at = where % bytes.length;
          bytes.writeUInt8(bytes.readUInt8(at) ^ bits, at);
          return { ...record, text: bytes.toString('utf8') };
        });
        expect(flawIn(forged, id)).toBe(`${index + 1}: its text is not the text that was hashed`);
      }),
    );
  });

  test('a text that was hashed anew: the next record does not follow from it', () => {
    const forged = changedAt(2, (record) => {
      const text = record.text.replace('2026', '2025');
      expect(text).not.toBe(record.text);
      return { ...record, text, hash: sha256(text) };
    });
    expect(flawIn(forged, id)).toBe('4: it does not follow from the record before it');
  });

  test('a text that is no event at all', () => {
    for (const text of ['', '{', '[]', 'null', '{"event":{}}']) {
      expect(
        flawIn(
          changedAt(0, (record) => ({ ...record, text, hash: sha256(text) })),
          id,
        ),
      ).toBe('1: its text is no event');
    }
  });

  test('a personal value', () => {
    const forged = changedAt(1, (record) => ({
      ...record,
      personal: Object.fromEntries(Object.entries(record.personal).map(([digest, { salt }]) => [digest, { salt, value: chiara }])),
    }));
    expect(flawIn(forged, id)).toBe('2: a personal value in it is not the one that was recorded');
  });

  test('a salt', () => {
    const forged = changedAt(1, (record) => ({
      ...record,
      personal: Object.fromEntries(Object.entries(record.personal).map(([digest, { value }]) => [digest, { salt: 'none', value }])),
    }));
    expect(flawIn(forged, id)).toBe('2: a personal value in it is not the one that was recorded');
  });

  test('a personal value that was slipped in', () => {
    const value = 'He agreed on the telephone.';
    const digest = `personal:${sha256(`salt${JSON.stringify(value)}`)}`;
    const forged = changedAt(1, (record) => ({ ...record, personal: { ...record.personal, [digest]: { salt: 'salt', value } } }));
    expect(flawIn(forged, id)).toBe('2: a personal value in it belongs to no field');
  });

  test.each(events.slice(0, -1).map((_event, index) => index))(
    'a record that is missing, number %i from the beginning',
    (index) => {
      const left = records.toSpliced(index, 1);
      expect(flawIn(left, id)).toBe(`${index + 1}: it is filed as number ${index + 2} of ${id}`);
      expect(flawIn(filedAnew(left, id), id)).toBe(`${index + 1}: it says that it is number ${index + 2} of ${id}`);
    },
  );

  test('one that is filed under another number, or another case, and is otherwise as it was', () => {
    const elsewhere = changedAt(1, (record) => ({ ...record, seq: 7 }));
    expect(flawIn(elsewhere, id)).toBe(`2: it is filed as number 7 of ${id}`);
    const strange = changedAt(1, (record) => ({ ...record, caseId: otherAdminId }));
    expect(flawIn(strange, id)).toBe(`2: it is filed as number 2 of ${otherAdminId}`);
  });

  test('two records that have changed places', () => {
    const [first, second, ...others] = records;
    if (first === undefined || second === undefined) throw new Error('The example is long');
    const exchanged = [second, first, ...others];
    expect(flawIn(exchanged, id)).toBe(`1: it is filed as number 2 of ${id}`);
    expect(flawIn(filedAnew(exchanged, id), id)).toBe(`1: it says that it is number 2 of ${id}`);
  });

  test('a record of another case', () => {
    const foreign = sealed(events, otherAdminId);
    const mixed = changedAt(1, (record) => foreign[1] ?? record);
    expect(flawIn(mixed, id)).toBe(`2: it is filed as number 2 of ${otherAdminId}`);
    expect(flawIn(filedAnew(mixed, id), id)).toBe(`2: it says that it is number 2 of ${otherAdminId}`);
  });

  test('a whole history that has begun anew', () => {
    expect(flawIn(records.slice(1), id)).toBe(`1: it is filed as number 2 of ${id}`);
    expect(flawIn(filedAnew(records.slice(1), id), id)).toBe(`1: it says that it is number 2 of ${id}`);
    const late = sealed(events.slice(1), id).map((record, index) =>
      index === 0 ? seal({ caseId: id, seq: 1, previous: 'f'.repeat(64) }, unseal(record), salt) : record,
    );
    expect(flawIn(late, id)).toBe('1: it does not follow from the record before it');
  });
});

describe('what was erased', () => {
  const names = [ana, bruno, chiara, dov].map(({ name }) => name);
  const people = [
    ...names,
    contoso.name,
    contoso.domain ?? '',
    contoso.contact ?? '',
    contoso.tenant ?? '',
    'Marta',
    'marta',
    '<1@',
  ];

  test('is gone, and the chain holds', () => {
    for (const { records, id } of histories) {
      const left = records.map(erase);
      expect(flawIn(left, id)).toBeNull();
      const text = JSON.stringify([left, left.map(unseal)]);
      for (const person of people) expect(text).not.toContain(person);
    }
  });

  test('was there before', () => {
    const text = JSON.stringify(histories.map(({ records }) => records));
    for (const person of people) expect(text).toContain(person);
  });

  test('leaves a history that can be read: the same statuses on the same days, by nobody', () => {
    for (const { records, last } of histories) {
      const after = replay(records.map(erase).map(unseal));
      expect(after).toMatchObject({ status: last.status, since: last.since, deadlines: last.deadlines });
    }
  });

  test('leaves what every decision rests on, so that it can be given again', () => {
    const [opening] = records.map(erase).map(unseal);
    if (opening?.type !== 'case-opened') throw new Error('A case begins with its opening');
    for (const { flow, facts, edition, findings } of opening.decisions) {
      const again = decide(parseSituation({ flow, facts, asOf: edition.date, cloud: edition.cloud }));
      expect(again.findings).toStrictEqual(findings);
    }
  });

  test('may be erased record by record, and twice', () => {
    const partly = changedAt(1, (record) => erase(erase(record)));
    expect(flawIn(partly, id)).toBeNull();
    expect(partly.map(unseal).filter((_event, index) => index !== 1)).toStrictEqual(events.filter((_event, index) => index !== 1));
  });
});

/**
 * Text of an event that stands under no personal field, and why that may be: it is kept for ever. A new field stands
 * either here or in `personalFields`.
 */
