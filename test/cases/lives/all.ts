import type { Case, CaseEvent, Kind } from '../../../src/cases/case.ts';
import { happens } from '../../support/cases.ts';
import { eventsOf, momentsOf } from '../../support/given.ts';
import type { Life, Moment } from '../../support/given.ts';
import { adminAnswers, azureAnswers } from './answers.ts';
import { asking } from './asking.ts';
import { backwards } from './backwards.ts';
import { halves } from './halves.ts';
import { hands } from './hands.ts';
import { inquiries } from './inquiries.ts';
import { invitations } from './invitations.ts';
import { relationships } from './relationships.ts';
import { silence } from './silence.ts';
import { switches } from './switches.ts';
import { switchesByPeople } from './switches-by-people.ts';
import { troubles } from './troubles.ts';

const told: Readonly<Record<Kind, readonly Life[]>> = {
  'admin-relationship': [...asking, ...invitations, ...silence, ...hands, ...relationships, ...halves, ...adminAnswers],
  'azure-switch': [...switches, ...switchesByPeople, ...backwards, ...troubles, ...azureAnswers],
  'customer-inquiry': inquiries,
};

/** What brings a case into each status, by the first example that does. */
export const waysTo = (kind: Kind): ReadonlyMap<Case['status'], readonly CaseEvent[]> => {
  const ways = new Map<Case['status'], readonly CaseEvent[]>();
  for (const events of told[kind].map(eventsOf)) {
    for (const [index, { after }] of momentsOf(events).entries()) {
      if (!ways.has(after.status)) ways.set(after.status, events.slice(0, index + 1));
    }
  }
  return ways;
};

/** A letter may arrive late, or come back, and dead letters are looked after, wherever their case has got to. */
const lateNews = (kind: Kind): CaseEvent[][] =>
  [...waysTo(kind).values()].map((way) => [
    ...way,
    happens('letter-sent', '12-28 09:00', { letter: 'reminder' }),
    happens('letter-bounced', '12-28 09:01', { letter: 'reminder' }),
    happens('effect-given-up', '12-29 09:00'),
    happens('dead-letter-retried', '12-30 09:00'),
    happens('dead-letter-closed', '12-31 09:00'),
  ]);

/** Every example of a whole life, event by event. */
export const examples: Readonly<Record<Kind, readonly (readonly Moment[])[]>> = {
  'admin-relationship': [...told['admin-relationship'].map(eventsOf), ...lateNews('admin-relationship')].map(momentsOf),
  'azure-switch': [...told['azure-switch'].map(eventsOf), ...lateNews('azure-switch')].map(momentsOf),
  'customer-inquiry': [...told['customer-inquiry'].map(eventsOf), ...lateNews('customer-inquiry')].map(momentsOf),
};
