import type { ChatName, CustomerView, PersonView, PlayState } from '../play/view.ts';

type Side = 'left' | 'right';
export type PaneName = 'agent' | 'admin' | 'customer' | 'partner';

/** Whom and what the page shows; an empty text: nothing was chosen yet. */
export interface Place {
  /** Ids of people, and of their chats. */
  readonly agent: string;
  readonly agentChat: string;
  readonly admin: string;
  readonly adminChat: string;
  /** Tenants. */
  readonly customer: string;
  readonly partner: string;
  /** What of the customer is seen. */
  readonly page: 'inbox' | 'admin';
  /** The letter that is open, and the address in it that was followed. */
  readonly letter: string;
  readonly link: string;
  /** Which pane is in front on either side, where there is no room for all, and which side alone is seen on a phone. */
  readonly left: 'agent' | 'admin';
  readonly right: 'customer' | 'partner';
  readonly side: Side;
}

export const nowhere: Place = {
  ...{ agent: '', agentChat: '', admin: '', adminChat: '', customer: '', partner: '', letter: '', link: '' },
  ...{ page: 'inbox', left: 'agent', right: 'customer', side: 'left' },
};

const chosen = ['agent', 'agentChat', 'admin', 'adminChat', 'customer', 'partner', 'letter', 'link'] as const;

/** The pane in front of all others. */
export const tabOf = ({ side, left, right }: Place): PaneName => (side === 'left' ? left : right);

/** Brings a pane to the front of its side. */
export const inFront = (pane: PaneName): Partial<Place> =>
  pane === 'agent' || pane === 'admin' ? { side: 'left', left: pane } : { side: 'right', right: pane };

/**
 * The part of the address behind `#`, and back: `agent`, `admin` (ids of people), `agentChat`, `adminChat` (ids of chats), `customer`,
 * `partner` (tenants), `page=admin` (the customer’s admin page instead of the inbox), `letter` (its id), `link` (an address in it that
 * was followed), `tab` (agent, admin, customer or partner: the pane in front), `beside` (the one in front on the other side).
 */
export const toAddress = (place: Place): string => {
  const parts = new URLSearchParams();
  for (const name of chosen) if (place[name] !== '') parts.set(name, place[name]);
  if (place.page !== nowhere.page) parts.set('page', place.page);
  parts.set('tab', tabOf(place));
  parts.set('beside', tabOf({ ...place, side: place.side === 'left' ? 'right' : 'left' }));
  return parts.toString();
};

const panes: readonly PaneName[] = ['agent', 'admin', 'customer', 'partner'];

export const fromAddress = (address: string): Place => {
  const parts = new URLSearchParams(address);
  const front = (name: string): Partial<Place> => {
    const pane = panes.find((one) => one === parts.get(name));
    return pane === undefined ? {} : inFront(pane);
  };
  return {
    ...nowhere,
    ...Object.fromEntries(chosen.map((name) => [name, parts.get(name) ?? ''])),
    page: parts.get('page') === 'admin' ? 'admin' : 'inbox',
    ...front('beside'),
    ...front('tab'),
  };
};

/** Those who have letters come first, whoever got the newest one at the very front. */
export const customersInOrder = ({ customers, letters }: PlayState): readonly CustomerView[] => {
  const lucky = [...new Set(letters.map(({ customer }) => customer))].flatMap((tenant) =>
    customers.filter((one) => one.tenant === tenant),
  );
  return [...lucky, ...customers.filter((one) => !lucky.includes(one))];
};

export const peopleIn = ({ people }: PlayState, pane: PersonView['pane']): readonly PersonView[] =>
  people.filter((one) => one.pane === pane);

/** Who is seen in a pane: who was chosen, else the first. */
export const personIn = (state: PlayState, place: Place, pane: PersonView['pane']): PersonView | undefined => {
  const people = peopleIn(state, pane);
  return people.find(({ id }) => id === place[pane]) ?? people[0];
};

export const chatIn = ({ chats }: PersonView, place: Place, pane: PersonView['pane']): ChatName | undefined =>
  chats.find(({ id }) => id === place[pane === 'agent' ? 'agentChat' : 'adminChat']) ?? chats[0];

export const customerIn = (state: PlayState, { customer }: Place): CustomerView | undefined =>
  state.customers.find(({ tenant }) => tenant === customer) ?? customersInOrder(state)[0];

export const partnerIn = ({ partners }: PlayState, { partner }: Place) =>
  partners.find(({ tenant }) => tenant === partner) ?? partners[0];

const WIDE = 1200;
const MIDDLE = 700;

/** The panes for which there is room. */
export const panesInSight = ({ left, right, side }: Place, width: number): readonly PaneName[] => {
  if (width >= WIDE) return ['agent', 'admin', right];
  if (width >= MIDDLE) return [left, right];
  return [side === 'left' ? left : right];
};
