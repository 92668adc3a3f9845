import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/cases/time.ts';
import { lookUpOutcome, outcomeOf, readingOutcome, watchOutcome } from '../../src/services/outcome.ts';
import type { Failure } from '../../src/wire/failure.ts';

const now = '2026-03-02T09:00:00.000Z' as Instant;

const throttled: Failure = { kind: 'throttled', words: 'too much', afterMs: 90_000 };
const conflict: Failure = { kind: 'conflict', words: 'there is one', code: '900119' };
const stale: Failure = { kind: 'stale', words: 'it has changed', code: '2055' };
const unreachable: Failure = { kind: 'unreachable', words: 'nobody there' };
const unreadable: Failure = { kind: 'unreadable', words: 'a page' };
const unknown: Failure = { kind: 'unknown-outcome', words: 'no answer' };
const refused: Failure = { kind: 'refused', words: 'no', code: '900145', status: 400 };
const missing: Failure = { kind: 'not-found', words: 'no such thing', code: '1000' };
/** Whoever stands before the service knows of no such address. */
const gone: Failure = { kind: 'not-found', words: 'nothing here', code: '' };
const signIn: Failure = { kind: 'sign-in', words: 'nobody is signed in', code: 'AADSTS50076' };
const notOffered: Failure = { kind: 'not-offered', words: 'not here' };

const inMinutes = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();

const later = { kind: 'again', words: 'too much', after: inMinutes(1.5) };
const busy = { kind: 'again', words: '900119: there is one', after: inMinutes(5) };
const nobody = { kind: 'again', words: 'AADSTS50076: nobody is signed in', after: inMinutes(30) };
const no = (code: string, { words }: Failure) => ({ kind: 'refused', code, words });
const again = ({ words }: Failure) => ({ kind: 'again', words });

type Meanings = readonly [Failure, change: object, read: object, lookUp: object];

describe('what a failure means to whoever changes something, reads, or looks up:', () => {
  const table: readonly Meanings[] = [
    [throttled, later, later, later],
    [conflict, busy, busy, busy],
    [stale, again(stale), again(stale), again(stale)],
    [unreachable, again(unreachable), again(unreachable), again(unreachable)],
    [unreadable, { kind: 'unknown', words: 'a page' }, again(unreadable), again(unreadable)],
    [unknown, { kind: 'unknown', words: 'no answer' }, again(unknown), again(unknown)],
    [refused, no('900145', refused), no('900145', refused), { kind: 'again', words: '900145: no' }],
    [missing, no('1000', missing), no('1000', missing), { kind: 'again', words: '1000: no such thing' }],
    [gone, again(gone), again(gone), again(gone)],
    [signIn, nobody, nobody, nobody],
    [notOffered, no('not-offered', notOffered), no('not-offered', notOffered), { kind: 'again', words: 'not-offered: not here' }],
  ];

  test.each(table.map((row) => [row[0].kind, row] as const))('%s', (_, [failure, change, read, lookUp]) => {
    expect(outcomeOf(failure, now)).toEqual(change);
    expect(readingOutcome(failure, now)).toEqual(read);
    expect(lookUpOutcome(failure, now)).toEqual(lookUp);
  });

  test('only what may have happened is an unknown outcome, and never of what only reads', () => {
    const failures = table.map(([failure]) => failure);
    const unknowns = failures.filter((failure) => outcomeOf(failure, now).kind === 'unknown').map(({ kind }) => kind);
    expect(unknowns).toEqual(['unreadable', 'unknown-outcome']);
    for (const meant of [readingOutcome, lookUpOutcome, watchOutcome])
      expect(failures.filter((failure) => (meant(failure, now) as { kind: string }).kind === 'unknown')).toEqual([]);
  });

  test('a watch is given up for nothing but what this cloud has not', () => {
    const failures = table.map(([failure]) => failure);
    expect(failures.filter((failure) => watchOutcome(failure, now).kind === 'refused')).toEqual([notOffered]);
  });
});
