import { isOver } from '../cases/case.ts';
import type { Case } from '../cases/case.ts';
import { deadlineIn } from '../cases/finish-before.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import type { HouseRules } from '../policy/index.ts';
import { boardChart } from './board-chart.ts';
import { inOrder, waitsForViewer } from './board-order.ts';
import type { Row } from './board-order.ts';
import type { BoardFilter, BoardWish } from './board-wish.ts';
import { ageOf } from './case-age.ts';
import { dueOf } from './case-due.ts';
import type { Button, ScreenData } from './screens.ts';
import { nameOf, shown } from './shown.ts';
import { toneOf } from './status-tone.ts';

export interface Listed {
  /** All that there are, in any order. */
  readonly rows: readonly Row[];
  readonly wish: BoardWish;
  /** How many each filter would leave. */
  readonly counts: Readonly<Record<BoardFilter, number>>;
  /** There is nothing about the customer that was named: all is shown. */
  readonly isElsewhere?: boolean;
  readonly speaker: Speaker;
  readonly now: Instant;
  readonly house: HouseRules | null;
  /** What one would type for a page of it. */
  readonly typed: (wish: BoardWish) => string;
}

type ScreenRow = ScreenData<'cases'>['rows'][number];

const MOST_ROWS = 12;
const MOST_BUTTONS = 6;
const MOST_OPENED = 5;

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

/** The first of what has to be done by then, what ends by itself, and what the rules forbid from then on. */
const dueIn = ({ current, viewer }: Row, { speaker, now, house }: Listed): Pick<ScreenRow, 'due' | 'dueTone'> => {
  const days = [dueOf(current), deadlineIn(current, { now, house })].filter((one) => one !== null);
  const [first] = days.toSorted();
  if (first === undefined || viewer.sees === 'status' || isOver(current)) return { due: null, dueTone: 'default' };
  const isLate = first < dayOf(now);
  return {
    due: speaker.say(isLate ? 'board.overdue' : 'board.due', { day: { day: first } }),
    dueTone: isLate ? 'attention' : 'default',
  };
};

const rowFor = (row: Row, listed: Listed): ScreenRow => {
  const { speaker, now } = listed;
  return {
    id: row.current.id,
    customer: shown(row.current.customer.name, 100),
    kind: speaker.say(`kind.${row.current.kind}`),
    status: speaker.say(`status.${row.current.status}`),
    tone: toneOf(row.current),
    age: ageOf(row.current, now, speaker),
    waitsFor: waitsFor(row, speaker),
    ...dueIn(row, listed),
  };
};

const leadFor = ({ wish: { filter, customer }, isElsewhere, speaker: { say } }: Listed): string | null => {
  if (customer !== null) return say(isElsewhere ? 'board.nothing-about' : 'board.about', { customer: shown(customer, 100) });
  return filter === 'all' ? null : say(`board.${filter}`);
};

/** Only where they would leave something else than what is shown. */
const filtersFor = ({ rows, wish, counts, speaker: { say }, typed }: Listed): Button[] => {
  const button = (filter: BoardFilter): Button => ({
    title: filter === 'all' ? say('board.button.all') : say(`board.button.${filter}`, { count: counts[filter] }),
    verb: 'say',
    id: typed({ filter, customer: null, page: 1 }),
    seen: '',
    tone: 'default',
    asks: false,
  });
  const isWhole = wish.filter === 'all' && rows.length === counts.all;
  const fewer = (['waiting', 'mine'] as const).filter((one) => one !== wish.filter && counts[one] > 0 && counts[one] < counts.all);
  return [...fewer, ...(isWhole ? [] : (['all'] as const))].map(button);
};

const pagesFor = ({ wish, speaker: { say }, typed }: Listed, page: number, pages: number): Button[] => {
  const turned = (to: number, title: string): Button[] =>
    to < 1 || to > pages ? [] : [{ title, verb: 'say', id: typed({ ...wish, page: to }), seen: '', tone: 'default', asks: false }];
  return [...turned(page + 1, say('board.button.next')), ...turned(page - 1, say('board.button.previous'))];
};

/** Cases as a board: how many are in which state, and a page of them, what waits for the viewer first. */
export const casesScreen = (listed: Listed): ScreenData<'cases'> => {
  const { rows, wish, speaker, now } = listed;
  const pages = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  // A page that there is no longer, because something has been done, is the last one.
  const page = Math.min(wish.page, pages);
  const from = (page - 1) * MOST_ROWS;
  const onPage = inOrder(rows, now).slice(from, from + MOST_ROWS);
  const turning = [...pagesFor(listed, page, pages), ...filtersFor(listed)];
  const opening = onPage.slice(0, Math.min(MOST_OPENED, MOST_BUTTONS - turning.length));
  const range = { from: from + 1, to: from + onPage.length, total: rows.length };
  return {
    lead: leadFor(listed),
    chart: boardChart(
      rows.map(({ current }) => current),
      speaker,
    ),
    rows: onPage.map((row) => rowFor(row, listed)),
    more: pages > 1 ? speaker.say('board.range', range) : null,
    buttons: [
      ...opening.map(({ current: { id } }) => ({
        title: speaker.say('case.openOne', { id }),
        verb: 'view' as const,
        id,
        seen: '',
      })),
      ...turning,
    ],
  };
};
