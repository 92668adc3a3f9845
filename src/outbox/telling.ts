import { laneOf } from '../cases/effect.ts';
import type { Effect } from '../cases/effect.ts';
import type { Case } from '../cases/case.ts';
import { isAmong } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import type { KeptCase, KeptEffect, NewEffect, People, Ports } from '../ports.ts';
import { isTheirs, ownerOf } from '../commands/rights.ts';
import type { Settling } from './settling.ts';

type Notify = Extract<Effect, { kind: 'notify' }>;

/** Text for whoever runs the bot is English, and stands here. */
const forTheOperator: Readonly<Record<string, string>> = {
  'told.escalated': 'nobody has decided it for days; see who could',
  'told.effect-given-up': 'something of it was given up; see `handshake outbox dead`',
  'told.stuck': 'it is stuck and waits for a person; see `handshake outbox dead` and the case',
};

/** Who has asked, or has agreed already, waits for nobody. */
const mayStillDecide = (person: Person, current: Case): boolean =>
  !isTheirs(person, current) &&
  !isAmong(
    current.approvals.map(({ by }) => by),
    person,
  );

/** News for several people becomes one message for each of them, in a lane of their own, and none for the night. */
export const createTelling = ({ clock, operator, people, settling }: Ports & { people: People; settling: Settling }) => {
  const recipients = async (whom: Notify['whom'], { case: current }: KeptCase): Promise<readonly Person[]> => {
    const owner = ownerOf(current);
    if (whom === 'requester' && owner !== null) return [owner];
    const holders = await people.withRoles(current.approval.roles);
    // What has become of it is news for those who have agreed, too.
    const approvers = whom === 'approvers' ? holders.filter((person) => mayStillDecide(person, current)) : holders;
    const all = whom === 'approvers' || owner === null ? approvers : [owner, ...approvers];
    return [...new Map(all.map((person) => [person.id, person])).values()];
  };

  const fannedOut = async (kept: KeptEffect, effect: Notify, keptCase: KeptCase): Promise<void> => {
    if (effect.whom === 'operator') {
      operator.tell(`${kept.caseId}: ${forTheOperator[effect.says] ?? effect.says}`);
      return settling.done(kept);
    }
    const everyone = await recipients(effect.whom, keptCase);
    if (everyone.length === 0) operator.tell(`${kept.caseId}: ${effect.says}, and there is nobody to be told`);
    const instead = everyone.map((person, index): NewEffect => {
      const tell: Effect = { kind: 'tell', person, says: effect.says };
      const { id, caseId, order, since } = kept;
      return { id: `${id}.${index + 1}`, caseId, lane: laneOf(tell), order, effect: tell, since, dueAt: clock.now() };
    });
    await settling.done(kept, instead);
  };

  /** True when this person sleeps, and is told afterwards. */
  const isAsleep = async (kept: KeptEffect, person: Person): Promise<boolean> => {
    const now = clock.now();
    const may = await people.mayTell(person, now);
    if (may <= now) return false;
    await settling.postponed(kept, may);
    return true;
  };

  return { fannedOut, isAsleep };
};
