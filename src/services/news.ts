import type { CaseId } from '../cases/ids.ts';
import { CaseId as CaseIdShape } from '../cases/ids.ts';
import type { Clock, Store } from '../ports.ts';
import type { News } from '../partner-center/webhook-news.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import type { Offers } from './offers.ts';

interface Means {
  readonly store: Store;
  readonly clock: Clock;
  readonly offers: Offers;
  /** There is something to be done at once. */
  readonly poke: () => void;
}

/** A relationship is named after its case. */
const caseIn = (name: string): CaseId | null => CaseIdShape.safeParse(/^Handshake (\S+)$/.exec(name)?.[1]).data ?? null;

/**
 * What Partner Center has announced is a hint: whoever watches a case looks now instead of later, and reports what is true by
 * then. A hint that is lost costs time and nothing else.
 */
export const createNewsDesk = ({ store, clock, offers, poke }: Means) => {
  const casesAbout = async (at: AtMicrosoft, { about }: News): Promise<readonly CaseId[]> => {
    if (about.kind === 'nobody') return [];
    if (about.kind !== 'relationship') return (await store.casesOf(about.tenant)).map(({ case: { id } }) => id);
    const relationship = await at.graph.relationships.get(about.id);
    const id = relationship.ok ? caseIn(relationship.body.name) : null;
    return id === null ? [] : [id];
  };

  const hasten = async (id: CaseId): Promise<void> => {
    const watches = (await store.effectsOf(id)).filter(({ lane, state }) => lane.startsWith('watch') && state === 'waiting');
    // One that is under way by now looks anyway.
    for (const { id } of watches) await store.commit({ hastens: { id, dueAt: clock.now() } });
  };

  return async (at: AtMicrosoft, news: News): Promise<void> => {
    at.sightings.customers.forget();
    at.sightings.relationships.forget();
    for (const id of await casesAbout(at, news)) await hasten(id);
    if (news.about.kind === 'transfer') await offers.lookFor(at, news.about.tenant);
    poke();
  };
};
