import type { Case, CaseEvent } from '../../src/cases/case.ts';
import type { Person } from '../../src/cases/people.ts';
import { unseal } from '../../src/cases/history.ts';
import { seenOf } from '../../src/cases/seen.ts';
import type { Attacker } from './attacker.ts';
import { lettersOf } from './attacker.ts';
import type { Shown } from './connector.ts';
import type { Kept } from './watched-store.ts';

// What may be, said once more in the words of the house and without the code that decides it.

type Right = (person: Person, before: Case) => boolean;

const has = ({ roles }: Person, ...wanted: readonly string[]): boolean => roles.some((role) => wanted.includes(role));

const isOneOf = (people: readonly Person[], { id }: Person): boolean => people.some((one) => one.id === id);

const asks: Right = (person, { requester, takenOverBy }) => isOneOf([requester, ...takenOverBy], person);

const hasApproved: Right = (person, { approvals }) =>
  isOneOf(
    approvals.map(({ by }) => by),
    person,
  );

/** An end is for a Global admin to decide, everything else for an Admin agent. */
const holdsTheRole: Right = (person, { proposal }) => has(person, proposal.wants === 'end' ? 'global_admin' : 'admin_agent');

const decides: Right = (person, before) => holdsTheRole(person, before) && !asks(person, before);
const approves: Right = (person, before) => decides(person, before) && !hasApproved(person, before);
const carriesOn: Right = (person, before) => asks(person, before) || holdsTheRole(person, before);
const takesBack: Right = (person, before) => (before.status === 'stuck' ? carriesOn(person, before) : asks(person, before));
const takesOver: Right = (person, before) =>
  has(person, 'sales_agent', 'admin_agent', 'global_admin') && !hasApproved(person, before);

interface Law {
  readonly right: Right;
  /** The buttons that may lead to it. */
  readonly by: readonly string[];
  readonly from: readonly Case['status'][];
}

const asked = ['awaiting-approval'] as const;
const byHand = { right: carriesOn, by: ['tick'], from: ['preparing', 'granting', 'ending', 'moving', 'handing-over'] } as const;
const back = { right: takesBack, by: ['withdraw'] } as const;

const alive = [
  ...(['awaiting-approval', 'sent-back', 'preparing', 'awaiting-customer', 'granting', 'active', 'ending', 'stuck'] as const),
  ...(['awaiting-other-partner', 'moving', 'handing-over'] as const),
];

const laws: Readonly<Partial<Record<CaseEvent['type'], Law>>> = {
  'approval-given': { right: approves, by: ['approve'], from: asked },
  'case-approved': { right: approves, by: ['approve'], from: asked },
  'decisions-renewed': { right: approves, by: ['approve'], from: asked },
  'preparation-completed': { right: approves, by: ['approve'], from: asked },
  'case-declined': { right: decides, by: ['decline'], from: ['awaiting-approval', 'sent-back'] },
  'case-sent-back': { right: decides, by: ['send-back'], from: asked },
  'question-answered': { right: asks, by: ['answer'], from: ['sent-back'] },
  'case-withdrawn': { ...back, from: ['awaiting-approval', 'sent-back', 'preparing', 'stuck'] },
  'case-resumed': { ...back, from: ['stuck'] },
  'case-closed': { ...back, from: ['stuck'] },
  'invitation-recalled': { ...back, from: ['awaiting-customer', 'stuck'] },
  'cancel-asked': { ...back, from: ['awaiting-other-partner', 'stuck'] },
  'transfer-cancelled': { ...back, from: ['awaiting-other-partner', 'moving', 'stuck'] },
  'case-taken-over': {
    right: takesOver,
    by: ['take-over'],
    from: [...alive],
  },
  'handing-out-agreed': { right: decides, by: ['approve'], from: ['awaiting-our-decision'] },
  'handing-out-refused': { right: decides, by: ['decline'], from: ['awaiting-our-decision'] },
  'item-confirmed': byHand,
  'invitation-prepared': byHand,
  'invitation-ready': byHand,
  'execution-cleared': byHand,
};

/** What was pressed, or typed, has to say this case; a button has to be on a card of ours, and be pressed. */
const isMeant = (attacker: Attacker, { id }: Case, law: Law): string | null => {
  const { press, words } = attacker;
  if (press === null || press.verb === 'say')
    return words().includes(lettersOf(id.slice(-11))) ? null : 'nobody has named the case';
  if (!law.by.includes(press.verb as string)) return `it was ${String(press.verb).slice(0, 50)} that was pressed`;
  return press.id === id ? null : 'it was another case';
};

const isOurCopy = ({ chat, pressedOn }: Attacker, id: string, shown: readonly Shown[]): boolean =>
  shown.some((one) => one.chat === chat && one.activityId === pressedOn && one.text.includes(id));

const wrongPress = (attacker: Attacker, before: Case, law: Law, shown: readonly Shown[]): string | null => {
  const { press, isPersonal, isAutomatic } = attacker;
  if (isAutomatic) return 'nobody has pressed anything';
  if (press === null || press.verb === 'say') return isMeant(attacker, before, law);
  if (press.verb === 'approve' && press.seen !== seenOf(before)) return 'it was approved unseen';
  if (!isPersonal && !isOurCopy(attacker, before.id, shown)) return 'the card was carried elsewhere';
  return isMeant(attacker, before, law);
};

const wrongOpening = ({ person, isAutomatic, press }: Attacker, event: CaseEvent): string | null => {
  if (event.type !== 'case-opened') return 'a case came out of nowhere';
  if (isAutomatic || press?.verb !== 'page') return 'nobody has asked for it';
  return person && has(person, 'sales_agent', 'admin_agent', 'global_admin') ? null : 'they may not ask for it';
};

const wrongEvent = (attacker: Attacker, event: CaseEvent, before: Case | null, shown: readonly Shown[]): string | null => {
  const { person } = attacker;
  if (person === null) return 'nobody of ours';
  if (JSON.stringify(event.actor) !== JSON.stringify(person)) return `it is said to be done by ${JSON.stringify(event.actor)}`;
  if (before === null) return wrongOpening(attacker, event);
  const law = laws[event.type];
  if (law === undefined) return 'no person may do that here';
  if (!law.from.includes(before.status)) return `it was ${before.status}`;
  return law.right(person, before) ? wrongPress(attacker, before, law, shown) : 'they have no right to it';
};

const ofTheirOwn = ({ id }: Person): readonly string[] => [`met/${id}`, `copy/person/${id}/`, `draft/${id}/`, 'told/'];

const wrongNote = ({ person, isAutomatic }: Attacker, key: string): string | null => {
  if (person === null) return 'nobody of ours';
  if (isAutomatic && key.startsWith('draft/')) return 'nobody has pressed anything';
  return ofTheirOwn(person).some((one) => key.startsWith(one)) ? null : 'it is somebody else’s';
};

/** Everything about a change that whoever has sent this may not have made. */
export const forbiddenIn = (attacker: Attacker, { change, before }: Kept, shown: readonly Shown[]): string[] => {
  const events = (change.events ?? []).map(unseal);
  const found = [
    ...events.map((event) => [event.type, wrongEvent(attacker, event, before, shown)] as const),
    ...(change.notes ?? []).map(({ key }) => [key, wrongNote(attacker, key)] as const),
    ...(change.next && events.length === 0 ? [['a case', 'it changed, and nothing happened to it'] as const] : []),
    ...(attacker.person === null ? [['a change', 'nobody of ours'] as const] : []),
  ];
  return found.flatMap(([what, why]) => (why === null ? [] : [`${what}: ${why}`]));
};
