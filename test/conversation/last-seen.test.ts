import { describe, expect, test } from '@jest/globals';
import type { Case } from '../../src/cases/case.ts';
import { seenIn } from '../../src/cases/seen-before.ts';
import { createComparing, LastSeen, nextSeen } from '../../src/conversation/last-seen.ts';
import { happens, invite, moveAzure, renew, switchOpened } from '../support/cases.ts';
import { given } from '../support/given.ts';

const asking = (durationDays: number): Case =>
  given(happens('case-opened', '03-02 09:00', { proposal: invite('both', { durationDays }) }));
const [first, second, third] = [asking(30), asking(60), asking(90)];
const drawn = { decides: true, how: 'drawn' } as const;
const looked = { decides: true, how: 'looked' } as const;
const after = (...steps: readonly (readonly [Case, Parameters<typeof nextSeen>[2]])[]): LastSeen | null =>
  steps.reduce<LastSeen | null>((last, [current, look]) => nextSeen(last, current, look), null);

const storing = (kept: Case | null) => createComparing({ case: () => Promise.resolve(kept && ({ case: kept } as never)) });

describe('what somebody knows of a case', () => {
  test('is what their card shows, while nothing of it changes', () => {
    expect(after([first, drawn], [first, looked], [first, drawn])).toMatchObject({ news: 'none', before: null });
  });

  test('stays what it was while they do not look', () => {
    expect(after([first, drawn], [second, drawn], [third, drawn])).toMatchObject({ news: 'unseen', before: seenIn(first) });
  });

  test('is what they looked at, from the next change on', () => {
    expect(after([first, drawn], [second, looked], [third, drawn])).toMatchObject({ news: 'unseen', before: seenIn(second) });
  });

  test('is the version that they press something on', () => {
    const pressing = (current: Case) => ({ decides: true, how: { pressedOn: seenIn(current).digest } });
    expect(after([first, drawn], [second, drawn], [second, pressing(second)])).toMatchObject({ news: 'none' });
    expect(after([first, drawn], [second, looked], [second, pressing(first)])).toMatchObject({
      news: 'on-screen',
      before: seenIn(first),
    });
  });

  test('is kept while they cannot decide, and no longer than the case goes on', () => {
    const back = given(happens('case-opened', '03-02 09:00'), happens('case-sent-back', '03-02 10:00'));
    const over = given(happens('case-opened', '03-02 09:00'), happens('case-declined', '03-02 10:00'));
    expect(after([first, drawn], [back, { ...drawn, decides: false }])).toMatchObject({ shown: seenIn(first) });
    expect(after([first, drawn], [over, { ...drawn, decides: false }])).toBeNull();
    expect(after([first, { ...drawn, decides: false }])).toBeNull();
  });

  test('is not kept where it is endless', () => {
    const subjects = Array.from({ length: 100 }, (_, index) => ({
      id: `sub-${String(index)}`,
      name: 'A name as long as a name may be '.repeat(6),
      facts: {},
    }));
    expect(after([given(switchOpened('03-02 09:00', moveAzure('manual-switch', { subjects }))), drawn])).toBeNull();
  });

  test('comes back from a notebook as it was', () => {
    const last = after([first, drawn], [second, drawn]);
    expect(LastSeen.parse(JSON.parse(JSON.stringify(last)))).toEqual(last);
  });
});

describe('a case is compared', () => {
  const renewal = given(happens('case-opened', '03-02 09:00', { proposal: renew('anew') }));

  test('with what they knew of it', async () => {
    const last = after([first, drawn], [second, drawn]);
    expect(await storing(null)(second, last)).toEqual({ with: 'seen', seen: seenIn(first) });
  });

  test('with nothing, where they know it', async () => {
    expect(await storing(first)(first, after([first, drawn]))).toBeNull();
    expect(await storing(first)(first, null)).toBeNull();
  });

  test('with what it renews, as long as it has not changed', async () => {
    expect(await storing(first)(renewal, after([renewal, drawn]))).toEqual({ with: 'renewed', renewed: first });
    expect(await storing(null)(renewal, after([renewal, drawn]))).toBeNull();
    const otherwise = { ...renewal, proposal: { ...renew('anew'), letter: { paragraph: '-' } } } as Case;
    expect(await storing(first)(otherwise, after([renewal, drawn], [otherwise, drawn]))).toMatchObject({ with: 'seen' });
  });
});
