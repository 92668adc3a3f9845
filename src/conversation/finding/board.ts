import { waitsForViewer } from '../../cards/board-order.ts';
import type { Row } from '../../cards/board-order.ts';
import type { BoardFilter, BoardWish } from '../../cards/board-wish.ts';
import { casesScreen } from '../../cards/cases-screen.ts';
import { isTheirs } from '../../commands/rights.ts';
import type { Person } from '../../cases/people.ts';
import type { Clock, Ports } from '../../ports.ts';
import { typed } from '../grammar/typed.ts';
import { show } from '../turn.ts';
import type { Answered, Turn } from '../turn.ts';
import { isAbout } from './matching.ts';
import type { OwnCases } from './own-cases.ts';

interface Means {
  readonly ownCases: OwnCases;
  readonly clock: Clock;
  readonly house: Ports['house'];
}

const everyCase: BoardWish = { filter: 'all', customer: null, page: 1 };

const leaves: Readonly<Record<BoardFilter, (row: Row, person: Person) => boolean>> = {
  all: () => true,
  mine: ({ current }, person) => isTheirs(person, current),
  waiting: (row) => waitsForViewer(row),
};

/** The cases of whoever asks, a page of them. */
export const createBoard =
  ({ ownCases, clock, house }: Means) =>
  async ({ person, speaker }: Turn, wish: BoardWish = everyCase): Promise<Answered> => {
    const all = await ownCases(person);
    const left = (filter: BoardFilter): readonly Row[] => all.filter((row) => leaves[filter](row, person));
    const counts = { all: all.length, mine: left('mine').length, waiting: left('waiting').length };
    const { customer } = wish;
    const about = customer === null ? all : all.filter(({ current }) => isAbout(current, customer));
    const isElsewhere = customer !== null && about.length === 0;
    const rows = (isElsewhere ? all : about).filter((row) => leaves[wish.filter](row, person));
    const data = casesScreen({
      ...{ rows, wish, counts, isElsewhere, speaker, now: clock.now(), house: house() },
      typed: (one) => typed({ wants: 'cases', ...one }, speaker.language),
    });
    return show({ screen: 'cases', data });
  };

export type Board = ReturnType<typeof createBoard>;
