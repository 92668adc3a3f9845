import { isOver } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import type { Offer } from '../cases/offer.ts';
import { wholeDaysBetween } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import type { ScreenData } from './screens.ts';
import { nameOf, shown } from './shown.ts';
import { toneOf } from './status-tone.ts';
import type { Viewer } from './viewer.ts';

interface Row {
  readonly current: Case;
  readonly viewer: Viewer;
}

interface Listed {
  readonly rows: readonly Row[];
  /** How many there are, shown or not. */
  readonly total: number;
  readonly speaker: Speaker;
  readonly now: Instant;
}

const MOST_ROWS = 12;
const MOST_BUTTONS = 5;

/** What keeps a case from going on as long as nobody does it. */
const waiting: readonly Offer[] = ['approve', 'answer', 'tick'];

const waitsForViewer = ({ viewer: { may } }: Row): boolean => waiting.some((offer) => may.has(offer));

/** First what waits for the viewer, then what is under way, then what is over. */
const rank = (row: Row): number => (waitsForViewer(row) ? 0 : isOver(row.current) ? 2 : 1);

/** Of what is open the oldest first, of what is over the newest. */
const inOrder = (one: Row, other: Row): number => {
  const [first, second] = [rank(one), rank(other)];
  if (first !== second) return first - second;
  const bySince = one.current.since.localeCompare(other.current.since);
  return first === 2 ? -bySince : bySince;
};

const othersFor = (current: Case, speaker: Speaker): string | null => {
  const { say, sayKey, list } = speaker;
  switch (current.status) {
    case 'awaiting-approval':
    case 'awaiting-our-decision':
      return list(current.approval.roles.map((role) => sayKey(`value.actor.role.${role}`)));
    case 'sent-back':
      return nameOf(current.takenOverBy.at(-1) ?? current.requester, speaker);
    case 'awaiting-customer':
      return say('owner.customer');
    case 'awaiting-other-partner':
      return say('owner.other-partner');
    case 'stuck':
      return say('case.waits.person');
    default:
      return 'items' in current && current.items.some(({ done }) => done === null) ? say('case.waits.items') : null;
  }
};

const waitsFor = (row: Row, speaker: Speaker): string | null => {
  if (waitsForViewer(row)) return speaker.say('case.waits.you');
  if (row.viewer.sees === 'status' || isOver(row.current)) return null;
  const others = othersFor(row.current, speaker);
  return others === '' ? null : others;
};

const ageOf = ({ since }: Case, now: Instant, { say }: Speaker): string => {
  const days = wholeDaysBetween(since, now);
  return days === 0 ? say('case.age.today') : say('case.age.days', { days });
};

/** Cases in a list, what waits for the viewer first. */
export const casesScreen = ({ rows, total, speaker, now }: Listed): ScreenData<'cases'> => {
  const listed = rows.toSorted(inOrder).slice(0, MOST_ROWS);
  const more = total - listed.length;
  return {
    rows: listed.map((row) => ({
      id: row.current.id,
      customer: shown(row.current.customer.name, 100),
      kind: speaker.say(`kind.${row.current.kind}`),
      status: speaker.say(`status.${row.current.status}`),
      tone: toneOf(row.current),
      age: ageOf(row.current, now, speaker),
      waitsFor: waitsFor(row, speaker),
    })),
    more: more > 0 ? speaker.say('case.more', { count: more }) : null,
    buttons: listed.slice(0, MOST_BUTTONS).map(({ current: { id } }) => ({
      title: speaker.say('case.openOne', { id }),
      verb: 'view' as const,
      id,
      seen: '',
    })),
  };
};
