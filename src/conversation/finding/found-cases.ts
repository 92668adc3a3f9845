import { inOrder } from '../../cards/board-order.ts';
import type { Row } from '../../cards/board-order.ts';
import { aloud } from '../../cards/letters.ts';
import type { Case } from '../../cases/case.ts';
import { CaseId } from '../../cases/ids.ts';
import type { Person } from '../../cases/people.ts';
import { viewOf } from '../../commands/offers-to.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Clock, Ports } from '../../ports.ts';
import type { Acquaintances } from '../acquaintances.ts';
import type { CaseViews } from '../case-views.ts';
import type { Found } from '../heard.ts';
import { messageOf } from '../show.ts';
import { isLookedFor } from './matching.ts';
import type { OwnCases } from './own-cases.ts';
import type { Looking } from './search.ts';

interface Means extends Pick<Ports, 'store' | 'house'> {
  readonly clock: Clock;
  readonly ownCases: OwnCases;
  readonly acquaintances: Pick<Acquaintances, 'find'>;
  readonly views: Pick<CaseViews, 'forSharing'>;
}

/** Cases to be shared: only those in which whoever looks has a part. */
export const createFoundCases = ({ store, house, clock, ownCases, acquaintances, views }: Means) => {
  /** One that is over is found by its id. */
  const byId = async (person: Person, text: string): Promise<readonly Row[]> => {
    const id = CaseId.safeParse(text.trim().toUpperCase());
    const current = id.success ? (await store.case(id.data))?.case : undefined;
    if (current === undefined) return [];
    const viewer = viewOf(person, current, house());
    return viewer.sees === 'all' ? [{ current, viewer }] : [];
  };

  /** Those who have had a hand in it see their own view of the card by themselves. */
  const viewersOf = async ({ requester, takenOverBy, approvals }: Case): Promise<readonly string[]> => {
    const people = [requester, ...takenOverBy, ...approvals.map(({ by }) => by)];
    const met = await Promise.all(people.map(({ id }) => acquaintances.find(id)));
    return [...new Set(met.flatMap(({ address }) => (address === null ? [] : [address])))].slice(0, 60);
  };

  const foundFrom = async ({ current }: Row, speaker: Speaker): Promise<Found> => {
    const { card } = messageOf(views.forSharing(current, await viewersOf(current), speaker), speaker);
    const { say } = speaker;
    return {
      title: aloud([current.customer.name]),
      text: aloud([say(`status.${current.status}`), say(`kind.${current.kind}`), current.id]),
      card,
    };
  };

  return async ({ person, text, skip, limit, speaker }: Looking): Promise<readonly Found[]> => {
    const exact = await byId(person, text);
    const own = exact.length > 0 ? exact : (await ownCases(person)).filter(({ current }) => isLookedFor(current, text, speaker));
    const page = inOrder(own, clock.now()).slice(skip, skip + limit);
    return Promise.all(page.map((row) => foundFrom(row, speaker)));
  };
};
