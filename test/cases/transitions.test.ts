import { describe, expect, test } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { AdminRelationship } from '../../src/cases/admin-relationship/case.ts';
import { effects as adminEffects } from '../../src/cases/admin-relationship/effects.ts';
import { AdminRelationshipEvent } from '../../src/cases/admin-relationship/events.ts';
import { AzureSwitch } from '../../src/cases/azure-switch/case.ts';
import { effects as azureEffects } from '../../src/cases/azure-switch/effects.ts';
import { AzureSwitchEvent } from '../../src/cases/azure-switch/events.ts';
import { apply, Case, CaseEvent, kinds, replay, transitionsOf } from '../../src/cases/case.ts';
import type { EventType, Kind } from '../../src/cases/case.ts';
import { CustomerInquiry } from '../../src/cases/customer-inquiry/case.ts';
import { effects as inquiryEffects } from '../../src/cases/customer-inquiry/effects.ts';
import { CustomerInquiryEvent } from '../../src/cases/customer-inquiry/events.ts';
import { Effect, isService } from '../../src/cases/effect.ts';
import { finalStatuses, ImpossibleTransition, staysPut } from '../../src/cases/transitions.ts';
import { happens, on } from '../support/cases.ts';
import { given } from '../support/given.ts';
import type { Moment } from '../support/given.ts';
import { examples, waysTo } from './lives/all.ts';

// What the tables say, held against the examples.

type Status = Case['status'];

const own = {
  'admin-relationship': { states: AdminRelationship, events: AdminRelationshipEvent, effects: adminEffects },
  'azure-switch': { states: AzureSwitch, events: AzureSwitchEvent, effects: azureEffects },
  'customer-inquiry': { states: CustomerInquiry, events: CustomerInquiryEvent, effects: inquiryEffects },
};

const statusesOf = (kind: Kind): Status[] => own[kind].states.options.flatMap(({ shape }) => [...shape.status.values]);
const typesOf = (kind: Kind): EventType[] => own[kind].events.options.flatMap(({ shape }) => [...shape.type.values]);
const momentsOf = (kind: Kind): Moment[] => examples[kind].flat();

const arrow = (type: string, from: Status | null, to: Status): string => `${type}: ${from ?? '—'} → ${to}`;

/** All that the table allows: where a case stays put, from each status to itself; else from each to each. */
const allowed = (kind: Kind): string[] =>
  Object.entries(transitionsOf(kind)).flatMap(([type, line]) =>
    line.from.flatMap((from) => line.to.filter((to) => !staysPut(line) || to === from).map((to) => arrow(type, from, to))),
  );

/** What the table has to allow, because a line says only from where and to where, and does not happen all the same. */
const neverHappens: Readonly<Record<Kind, readonly string[]>> = {
  'admin-relationship': [
    'decision-changed: preparing → stuck',
    'decision-changed: awaiting-customer → awaiting-approval',
    'decision-changed: granting → awaiting-approval',
    'decision-changed: ending → stuck',
    'relationship-ended: granting → awaiting-customer',
    'relationship-ended: active → awaiting-customer',
    'relationship-ended: active → granting',
    'relationship-ended: ending → awaiting-customer',
    'relationship-ended: ending → granting',
    'relationship-ended: ending → active',
  ],
  'azure-switch': [
    'decision-changed: preparing → stuck',
    'decision-changed: awaiting-other-partner → awaiting-approval',
    'decision-changed: moving → awaiting-approval',
  ],
  'customer-inquiry': [],
};

/** What a case rests on that has nothing to do next by itself. */
const restsOn: Readonly<Record<Kind, Partial<Record<Status, string>>>> = {
  'admin-relationship': {
    active: 'runs until somebody ends it: a reseller tie, or what extends itself',
    preparing: 'a service under way, or the last tick, which leads on in the same write',
    granting: 'a service under way, or the last tick, which leads on in the same write',
    ending: 'a service under way, or the last tick, which leads on in the same write',
  },
  'azure-switch': {
    preparing: 'a service under way, or the last tick, which leads on in the same write',
    moving: 'the watch over the transfer, or the last tick, which leads on in the same write',
    'handing-over': 'the last tick, which leads on in the same write',
  },
  'customer-inquiry': {},
};

describe.each(kinds)('%s', (kind) => {
  const table = transitionsOf(kind);
  const statuses = statusesOf(kind);
  const final = finalStatuses(table, statuses);
  const ways = waysTo(kind);
  const wayTo = (status: Status): Case => given(...(ways.get(status) ?? []));

  test('every line of the table happens in an example, from each of its statuses to each', () => {
    const happened = new Set(
      momentsOf(kind).map(({ before, event, after }) => arrow(event.type, before?.status ?? null, after.status)),
    );
    const never = allowed(kind).filter((one) => !happened.has(one));
    expect(never).toStrictEqual(neverHappens[kind]);
    expect([...happened].filter((one) => !allowed(kind).includes(one))).toStrictEqual([]);
  });

  test('the table speaks of every event and every status, and of no other', () => {
    expect(Object.keys(table).sort()).toStrictEqual([...typesOf(kind)].sort());
    const named = new Set(Object.values(table).flatMap(({ from, to }) => [...from, ...to]));
    expect([...named].filter((one) => one !== null).sort()).toStrictEqual([...statuses].sort());
  });

  test('every status is reached', () => {
    expect([...ways.keys()].sort()).toStrictEqual([...statuses].sort());
  });

  test.each(statuses)('what the table does not have cannot happen to what is %s', (status) => {
    const current = wayTo(status);
    const impossible = typesOf(kind).filter((type) => table[type]?.from.includes(status) !== true);
    expect(impossible).not.toHaveLength(0);
    for (const type of impossible) {
      expect(() => apply(current, happens(type, '2027-01-01 09:00'))).toThrow(ImpossibleTransition);
    }
  });

  test('only an opening begins a case', () => {
    for (const type of typesOf(kind).filter((one) => table[one]?.from.includes(null) !== true)) {
      expect(() => apply(null, happens(type, '03-02 09:00'))).toThrow(ImpossibleTransition);
    }
  });

  test('every event says what it sets going, if only nothing', () => {
    expect(Object.keys(own[kind].effects).sort()).toStrictEqual([...typesOf(kind)].sort());
  });

  test('every state, event and effect of the examples is one by its schema, and survives being kept', () => {
    const isKept = (schema: z.ZodType, value: unknown): boolean =>
      isDeepStrictEqual(schema.parse(value), value) && isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
    for (const { event, after, effects } of momentsOf(kind)) {
      const parts = { after: isKept(Case, after), event: isKept(CaseEvent, event), effects: isKept(z.array(Effect), effects) };
      expect({ type: event.type, ...parts }).toStrictEqual({ type: event.type, after: true, event: true, effects: true });
    }
  });

  test('its history makes a case again, also from what was kept', () => {
    for (const moments of examples[kind]) {
      const kept = JSON.parse(JSON.stringify(moments.map(({ event }) => event))) as CaseEvent[];
      expect(replay(kept)).toStrictEqual(moments.at(-1)?.after);
    }
  });

  test.each(statuses)('late news leave as it is what is %s', (status) => {
    const current = wayTo(status);
    for (const type of ['effect-given-up', 'dead-letter-retried', 'dead-letter-closed'] as const) {
      expect(apply(current, happens(type, '2027-01-01 09:00'))).toStrictEqual(current);
    }
    const { lettersSent, ...others } = { lettersSent: null, ...current };
    expect(apply(current, happens('letter-sent', '2027-01-01 09:00', { letter: 'reminder' }))).toStrictEqual({
      ...others,
      // Only where somebody waits for an answer to them are they counted.
      ...(lettersSent !== null && { lettersSent: lettersSent + 1 }),
    });
  });

  test.each(statuses)('a letter that came back is noted on what is %s, and changes nothing else', (status) => {
    const current = wayTo(status);
    const at = '2027-01-01 09:00';
    expect(apply(current, happens('letter-bounced', at, { letter: 'reminder', words: '550 nobody' }))).toStrictEqual({
      ...current,
      letterBounced: { letter: 'reminder', messageId: '<1@handshake.example>', at: on(at), words: '550 nobody' },
    });
  });

  test('where it has ended nothing is due any more', () => {
    const ended = momentsOf(kind).filter(({ after }) => final.includes(after.status));
    expect(ended.flatMap(({ after }) => after.deadlines)).toStrictEqual([]);
    expect(final).not.toContain('stuck');
    expect(final.length).toBeGreaterThanOrEqual(3);
  });

  test('where it has not, something is due, something is under way, or it says what it rests on', () => {
    const resting = momentsOf(kind)
      .filter(({ after }) => !final.includes(after.status))
      .filter(({ after, effects }) => after.deadlines.length === 0 && !effects.some((effect) => isService(effect)))
      .map(({ after }) => after.status);
    expect([...new Set(resting)].sort()).toStrictEqual(Object.keys(restsOn[kind]).sort());
  });

  test('nothing is due from the beginning, but for what waited while a case was stuck', () => {
    for (const { before, event, after } of momentsOf(kind)) {
      if (before?.status === after.status || event.type === 'case-resumed') continue;
      for (const { at } of after.deadlines) expect(at > after.since).toBe(true);
    }
  });
});

test('a case that there is not cannot go on, and one that there is cannot begin', () => {
  expect(replay([])).toBeNull();
  expect(() => apply(null, happens('case-approved', '03-02 09:00'))).toThrow(
    'case-approved cannot happen to a case that is not open',
  );
  const opened = given(happens('case-opened', '03-02 09:00'));
  expect(() => apply(opened, happens('case-opened', '03-02 09:00'))).toThrow(
    'case-opened cannot happen to a case that is awaiting-approval',
  );
});

test('what only people do is not done by a machine', () => {
  const opened = given(happens('case-opened', '03-02 09:00'));
  for (const type of ['approval-given', 'case-declined', 'case-sent-back', 'case-withdrawn', 'case-taken-over'] as const) {
    expect(() => apply(opened, happens(type, '03-02 10:00', { actor: 'clock' }))).toThrow(TypeError);
  }
});
