import { seenOf } from '../../src/cases/seen.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Person } from '../../src/cases/people.ts';
import type { Instant } from '../../src/cases/time.ts';
import { HouseRules } from '../../src/policy/index.ts';
import { click, doing, inviting } from '../support/requests.ts';
import { createWorld, house } from '../support/world.ts';
import type { Sitting, World } from '../support/world.ts';

/** A partner whose house rules can be changed while requests are open. */
export const changingHouse = (rules: HouseRules = house, start?: Instant) => {
  let current = rules;
  const sitting: Sitting = {
    ...(start !== undefined && { start }),
    get house() {
      return current;
    },
  };
  const world = createWorld(sitting);
  const changes = (more: Partial<HouseRules>): void => {
    current = { ...current, ...more };
  };
  return { world, does: doing(world), changes };
};

export const everyVerdict = ['allow', 'allow_with_conditions', 'needs_review'] as const;

/** Two Admin agents for everything. */
export const two = HouseRules.parse({
  ...house,
  approvals: [{ verdicts: [...everyVerdict], roles: ['admin_agent'], people: 2 }],
});

/** There the rules leave something to a person. */
export const inUsGov = (wish = inviting()) => ({ ...wish, cloud: 'us_gov' as const });

/** Somebody whom the example does not know, or who looks at something else, approves. */
export const approves = async (world: World, id: CaseId, actor: Person, fields: { seen?: string; words?: string } = {}) => {
  const seen = fields.seen ?? seenOf(await doing(world).current(id));
  return world.handle({ name: 'approve-case', key: click(), actor, caseId: id, seen, words: fields.words ?? '' });
};
