import type { Case } from '../cases/case.ts';
import type { Handle } from '../commands/handle.ts';
import type { Door } from '../http/server.ts';
import type { Check, Senders } from '../letters/words.ts';
import type { Carriers, Clock, Store } from '../ports.ts';
import { answersDoors } from './answers-doors.ts';
import type { Codes } from './codes.ts';
import { answersPageAt, createInviteAnswers } from './invited.ts';
import type { InviteAnswers } from './invited.ts';
import { answersCodeOf, letterCodeOf } from './letter-code.ts';
import { letterDoors } from './letter-doors.ts';
import { createTurnstile } from './turnstile.ts';

interface Means {
  readonly store: Pick<Store, 'case' | 'history' | 'commit'>;
  readonly clock: Clock;
  readonly codes: Codes;
  /** Where our pages stand, as it is printed in contracts. */
  readonly address: string;
  readonly senders: Senders;
  readonly handle: Handle;
  readonly remember: Parameters<typeof answersDoors>[0]['remember'];
}

/** What a letter says about how it can be checked: its code, and the page where a code is typed. That of questions opens with a code of its own. */
export const checkFor =
  ({ codes, address }: Pick<Means, 'codes' | 'address'>) =>
  (current: Pick<Case, 'id' | 'kind'>): Check => {
    const code = letterCodeOf(codes, current);
    return current.kind === 'customer-inquiry'
      ? { code, page: answersPageAt(address), opens: answersCodeOf(codes, current) }
      : { code, page: `${address}/letter` };
  };

const askerOf = ({ takenOverBy, requester }: Case): string => (takenOverBy.at(-1) ?? requester).name;

/** Sends letters as they are sent, and makes sure before that their code is recognised, and that of questions opens its form. */
export const recognised = (
  carrier: Carriers['send-letter'],
  { codes, inviteAnswers }: { readonly codes: Codes; readonly inviteAnswers: InviteAnswers },
): Carriers['send-letter'] => ({
  ...carrier,
  carryOut: async (errand) => {
    const { case: current } = errand;
    const { id, cloud, customer } = current;
    await codes.recognise('letter', letterCodeOf(codes, current), { caseId: id });
    if (current.kind === 'customer-inquiry') {
      const { subject: about } = current.proposal;
      await inviteAnswers(id, { cloud, customer, caseId: id, asker: askerOf(current), about });
    }
    return carrier.carryOut(errand);
  },
});

/** Pages for customers: whoever holds a letter finds out whether it is ours, and answers what they are asked. */
export const createCustomerPages = (means: Means): { readonly doors: readonly Door[]; readonly inviteAnswers: InviteAnswers } => {
  const turnstile = createTurnstile(means);
  return {
    doors: [...letterDoors({ ...means, turnstile }), ...answersDoors({ ...means, turnstile })],
    inviteAnswers: createInviteAnswers(means),
  };
};
