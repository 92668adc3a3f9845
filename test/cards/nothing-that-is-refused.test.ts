import { expect, test } from '@jest/globals';
import { caseScreen } from '../../src/cards/case-screen.ts';
import { screens } from '../../src/cards/screens.ts';
import type { Case } from '../../src/cases/case.ts';
import { later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { viewOf } from '../../src/commands/offers-to.ts';
import { speakerOf } from '../../src/languages/catalogues.ts';
import { waysTo } from '../cases/lives/all.ts';
import { ana, happens, on } from '../support/cases.ts';
import { given } from '../support/given.ts';
import { house } from '../support/world.ts';

const screenFor = (current: Case, now: Instant = on('03-20 09:00')) =>
  screens.case.parse(caseScreen({ speaker: speakerOf('en'), now, typed: () => '-', current, viewer: viewOf(ana, current, house) }));
const verbs = (screen: ReturnType<typeof screenFor>) => screen.buttons.map(({ verb }) => verb);

test.each([
  ['assign-groups', /our groups could not be given their roles/],
  ['watch-invitation', /^The customer has accepted, but something that it cannot go on without has failed/],
])('stuck after the acceptance, with %s: says what has failed, and not to withdraw it', (effect, lead) => {
  const trouble = { effect, code: 'unreachable', words: '' };
  const granting = waysTo('admin-relationship').get('granting') ?? [];
  const current = given(...granting, happens('case-stuck', '03-20 09:00', { trouble }));
  expect(current).toMatchObject({ status: 'stuck', before: { status: 'granting' } });
  const screen = screenFor(current);
  expect(screen.lead).toMatch(lead);
  expect(screen.lead).not.toContain('withdraw');
  expect(verbs(screen)).not.toContain('withdraw');
});

test('reminders may be paused by a button for as long as the pause would end before the case lapses', () => {
  const waiting = given(...(waysTo('admin-relationship').get('awaiting-customer') ?? []));
  if (waiting.status !== 'awaiting-customer') throw new Error(waiting.status);
  const isOffered = (lapsesAt: Instant, days: number): boolean =>
    verbs(screenFor({ ...waiting, lapsesAt }, later(lapsesAt, { days: -days }))).includes('pause-reminders');
  expect([90, 15, 14, 13, 1].filter((days) => isOffered(on('06-01 00:00'), days))).toStrictEqual([90, 15]);
  // A pause is over at midnight, and by nine the case has not lapsed yet.
  expect([15, 14, 13, 1].filter((days) => isOffered(on('06-01 09:00'), days))).toStrictEqual([15, 14]);
});
