import type { Voice } from './voice.ts';
import type { WordKey } from './words.ts';

/** Why acts are refused, by what the world says about it. */
export const reasons: Readonly<Record<string, WordKey>> = {
  'unknown-customer': 'why.unknown',
  'unknown-partner': 'why.unknown',
  'no-tie': 'why.gone',
  'other-cloud': 'why.otherCloud',
  'not-in-this-cloud': 'why.notInThisCloud',
  'already-tied': 'why.alreadyTied',
  'active-subscriptions': 'why.activeSubscriptions',
  'unknown-transfer': 'why.unknown',
  'being-processed': 'why.beingProcessed',
  'already-over': 'why.alreadyOver',
  'nothing-chosen': 'why.nothingChosen',
  'unknown-item': 'why.unknownItem',
  'not-asked-for': 'why.notAskedFor',
  'inactive-item': 'why.inactiveItem',
  'no-plan': 'why.noPlan',
  'no-subscription': 'why.unknown',
  'no-assignment': 'why.gone',
  'There is no such relationship.': 'why.unknown',
  'There is no such customer.': 'why.unknown',
  'The relationship is not in a state that allows this action.': 'why.alreadyOver',
  'The reseller has not agreed to it yet.': 'why.resellerFirst',
  'The invitation is for another customer.': 'why.otherCustomer',
  'The customer lives in another cloud.': 'why.otherCloud',
};

/** The reason in words; one without words of its own as the world says it. */
export const refusedBecause = ({ say }: Voice, why: string): string => {
  const key = reasons[why];
  return key === undefined ? why : say(key);
};
