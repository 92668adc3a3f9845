import type { Case } from '../cases/case.ts';
import { wayOf } from '../cases/azure-switch/checklists.ts';
import { answerBy } from '../cases/azure-switch/deadlines.ts';
import { ASK_MICROSOFT_AFTER_DAYS, MOVE_IS_SLOW_AFTER_MINUTES } from '../cases/ladders.ts';
import { later } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import { dateOf } from './shown.ts';

type Row = readonly [name: Parameters<Speaker['say']>[0], value: string | false];

const whileMoving = (current: Extract<Case, { status: 'moving' }>, speaker: Speaker): Row[] => {
  if (wayOf(current.proposal) !== 'transfer') return [];
  const asked = dateOf(later(current.since, { days: ASK_MICROSOFT_AFTER_DAYS }), speaker);
  if (current.phase === 'with-microsoft') return [['case.fact.withMicrosoft', asked]];
  const usual = speaker.say('case.clock.usual', { minutes: MOVE_IS_SLOW_AFTER_MINUTES });
  return [
    ['case.fact.moveUsual', current.phase === 'usual' && usual],
    ['case.fact.askMicrosoft', asked],
  ];
};

/** The clock of the case: until when others have time, and what happens then. */
export const clockOf = (current: Case, speaker: Speaker): Row[] => {
  switch (current.status) {
    case 'awaiting-other-partner':
    case 'awaiting-our-decision':
      return [['case.fact.answerBy', dateOf(answerBy(current), speaker)]];
    case 'moving':
      return whileMoving(current, speaker);
    default:
      return [];
  }
};
