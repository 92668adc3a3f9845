import { Role } from '../policy/index.ts';
import type { Situation } from '../policy/index.ts';
import type { Case } from './case.ts';
import type { Person } from './people.ts';

type About = NonNullable<Situation['about']>;

/** Somebody with the roles that the rules know, always in the same order. */
export const counted = ({ id, roles }: Person): NonNullable<About['requester']> => ({
  id,
  roles: Role.options.filter((role) => roles.includes(role)),
});

interface Asked {
  readonly customer: Pick<Case['customer'], 'name' | 'tenant' | 'domain'>;
  readonly requester: Person;
  readonly proposal?: { readonly wants: string };
}

/** What another partner asks of us nobody here has asked for: who may ask is no question then. */
const asker = ({ requester, proposal }: Asked): About['requester'] =>
  proposal?.wants === 'hand-out' ? { id: requester.id, roles: [...Role.options] } : counted(requester);

/** Whom something is about and who asks, as house rules want to know it. */
export const whomOf = (asked: Asked): About => ({
  customer: [asked.customer.name, asked.customer.tenant, asked.customer.domain].filter((name) => name !== null),
  requester: asker(asked),
});
