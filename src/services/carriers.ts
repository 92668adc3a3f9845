import type { Effect } from '../cases/effect.ts';
import type { Cloud } from '../policy/index.ts';
import type { Carrier, Errand, LookedUp, Outcome, OutsideKind } from '../ports.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { refused } from './outcome.ts';

/** Where we have an account in that cloud. */
export type Offices = (cloud: Cloud) => AtMicrosoft | null;

/** What is wanted by an effect of this kind. */
export type Of<K extends OutsideKind> = Errand<Extract<Effect, { kind: K }>>;

interface Work<K extends OutsideKind> {
  readonly carryOut: (at: AtMicrosoft, errand: Of<K>) => Promise<Outcome>;
  readonly lookUp?: (at: AtMicrosoft, errand: Of<K>) => Promise<LookedUp>;
}

const noAccount = (cloud: Cloud): string => `There is no account of ours in the cloud ${cloud}; the operator has to set one up.`;

/** Carried out with the account of the case's own cloud. */
export const carrier = <K extends OutsideKind>(
  offices: Offices,
  { carryOut, lookUp }: Work<K>,
): Carrier<Extract<Effect, { kind: K }>> => ({
  carryOut: async (errand) => {
    const at = offices(errand.case.cloud);
    return at === null ? refused('no-account', noAccount(errand.case.cloud)) : carryOut(at, errand);
  },
  ...(lookUp && {
    lookUp: async (errand: Of<K>): Promise<LookedUp> => {
      const at = offices(errand.case.cloud);
      return at === null ? { kind: 'again', words: noAccount(errand.case.cloud) } : lookUp(at, errand);
    },
  }),
});
