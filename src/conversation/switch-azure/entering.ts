import type { Cloud } from '../../policy/index.ts';
import type { Holding, Holdings } from '../../ports.ts';
import type { Found } from '../../wizards/customer-page.ts';
import { isWrong } from '../../wizards/filled.ts';
import type { ToldItem } from '../../wizards/items.ts';
import type { Filling, KnownItem, OtherPartner } from '../../wizards/switch-azure/filling.ts';
import { taken } from '../../wizards/switch-azure/filling.ts';
import * as origin from '../../wizards/switch-azure/origin.ts';
import { turnedTo } from '../../wizards/walk.ts';
import { customerText } from '../wizards/customer-text.ts';
import { goes, stays } from '../wizards/journey.ts';
import type { Stepped } from '../wizards/journey.ts';
import type { Lookups } from '../wizards/lookups.ts';
import { unreachable } from '../wizards/whom.ts';

const MOST_KNOWN = 100;

/** What a service shows counts, whatever was told of the same thing. */
const known = (held: readonly Holding[], told: readonly ToldItem[]): KnownItem[] => {
  const shown = held.filter(({ soldBy }) => soldBy !== 'us');
  const said = (id: string): ToldItem | undefined => told.find((one) => one.id === id);
  const read = shown.map(({ id, name, facts }): KnownItem => ({ id, name, facts: { ...said(id)?.facts, ...facts }, told: null }));
  const only = told
    .filter(({ id }) => !held.some((one) => one.id === id))
    .map(({ id, name, facts, by, on }): KnownItem => ({ id, name, facts, told: { by, on } }));
  return [...read, ...only].slice(0, MOST_KNOWN);
};

interface Means {
  readonly lookups: Lookups;
  readonly holdings: Holdings;
  /** What we are called in a cloud. */
  readonly ourName: (cloud: Cloud) => string | null;
}

/** What is looked up when it is clear about whom it is, and from whom it comes. */
export const createEntering = ({ lookups, holdings, ourName }: Means) => {
  const knownOf = async (cloud: Cloud, { name, tenant, domain, country }: Found) => {
    const held = await holdings.of(cloud, { name, tenant, domain, country, language: 'en', contact: null });
    const told = await lookups.items(cloud, { name, tenant, domain });
    // What cannot be read now can be typed all the same.
    return 'unreachable' in held
      ? { known: known([], told), unread: held.unreachable }
      : { known: known(held.held, told), unread: null };
  };

  const partnerOf = (cloud: Cloud, name: string, tenant: string | null, domain: string | null): OtherPartner => ({
    name,
    tenant,
    domain,
    isUs: name.toLowerCase() === ourName(cloud)?.toLowerCase(),
  });

  return {
    /** Where all of it was bought is asked only where it is not known. */
    customer: async (before: Filling, cloud: Cloud, company: Found): Promise<Stepped<Filling>> => {
      const ourselves = await lookups.ourselves(cloud, company);
      if ('unreachable' in ourselves) return stays(before, unreachable(ourselves.unreachable));
      const told = await lookups.toldBefore(cloud, company);
      const filling: Filling = {
        ...{ ...taken(before, company), cloud, ourselves, before: told },
        byCustomer: await lookups.byCustomer(cloud, company),
        ...(await knownOf(cloud, company)),
      };
      const asked = turnedTo(filling, 'origin');
      const from = origin.read(asked);
      const isClear = !isWrong(from) && from.answer.boughtFrom !== 'other_csp' && !origin.isByCustomer(asked, 'boughtFrom');
      const isSettled = filling.filled.origin === undefined && isClear;
      return goes(isSettled ? turnedTo(asked, 'subscriptions') : asked);
    },

    /** A domain leads to the tenant of whoever it belongs to; one that nobody knows is kept as it is. */
    origin: async (filling: Filling): Promise<Stepped<Filling>> => {
      const from = origin.read(filling);
      if (isWrong(from)) return stays(filling, from.problems);
      const cloud = filling.cloud ?? 'global';
      const { partner } = from.answer;
      const onwards = (found: OtherPartner | null) => goes(turnedTo({ ...filling, partner: found, ways: [] }, 'subscriptions'));
      if (partner === null) return onwards(null);
      const which = customerText(partner.which);
      if (which === '') return onwards(partnerOf(cloud, partner.name, null, null));
      if (!which.includes('.')) return onwards(partnerOf(cloud, partner.name, which, null));
      const found = await lookups.find(cloud, which);
      if ('unreachable' in found) return stays(filling, unreachable(found.unreachable));
      return onwards(partnerOf(cloud, partner.name, found[0]?.tenant ?? null, which));
    },
  };
};
