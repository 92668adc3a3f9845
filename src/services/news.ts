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
  const casesOf = async (tenant: string): Promise<CaseId[]> => (await store.casesOf(tenant)).map(({ case: { id } }) => id);

  /** The one that has made it, and those of the customer: one of them may have extended it since. */
  const casesWith = async (at: AtMicrosoft, relationship: string): Promise<readonly CaseId[]> => {
    const sent = await at.graph.relationships.get(relationship);
    if (sent.ok) {
      const { name, customer } = sent.body;
      const maker = caseIn(name);
      const theirs = customer === null ? [] : await casesOf(customer.tenantId);
      return [...new Set([...(maker === null ? [] : [maker]), ...theirs])];
    }
    if (sent.failure.kind === 'not-found') return [];
    throw new Error(sent.failure.words);
  };

  const casesAbout = (at: AtMicrosoft, about: Exclude<News['about'], { kind: 'nobody' }>): Promise<readonly CaseId[]> =>
    about.kind === 'relationship' ? casesWith(at, about.id) : casesOf(about.tenant);

  const hasten = async (id: CaseId): Promise<void> => {
    const watches = (await store.effectsOf(id)).filter(({ lane, state }) => lane.startsWith('watch') && state === 'waiting');
    // One that is under way may have seen what was there before: it finds out at its next look, as without a hint.
    for (const { id } of watches) await store.commit({ hastens: { id, dueAt: clock.now() } });
  };

  return async (at: AtMicrosoft, { about }: News): Promise<void> => {
    if (about.kind === 'nobody') return;
    if (about.kind === 'customer') at.sightings.customers.forget();
    if (about.kind === 'relationship') at.sightings.relationships.forget();
    for (const id of await casesAbout(at, about)) await hasten(id);
    if (about.kind === 'transfer') await offers.lookFor(at, about.tenant);
    poke();
  };
};
