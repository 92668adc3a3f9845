import type { Case } from '../cases/case.ts';
import type { Handle } from '../commands/handle.ts';
import type { Door } from '../http/server.ts';
import type { Senders } from '../letters/words.ts';
import type { Carriers, Clock, Store } from '../ports.ts';
import { answersDoors } from './answers-doors.ts';
import type { Codes } from './codes.ts';
import { createInviteAnswers } from './invited.ts';
import type { InviteAnswers } from './invited.ts';
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

/** What a letter says about how it can be checked: its code, and the page where the code is typed. */
export const checkFor =
  ({ codes, address }: Pick<Means, 'codes' | 'address'>) =>
  ({ id }: Pick<Case, 'id'>): { readonly code: string; readonly page: string } => ({
    code: codes.codeOf('letter', id),
    page: `${address}/letter`,
  });

/** Sends letters as they are sent, and makes sure before that their code is recognised. */
export const recognised = (carrier: Carriers['send-letter'], codes: Codes): Carriers['send-letter'] => ({
  ...carrier,
  carryOut: async (errand) => {
    await codes.keep('letter', errand.case.id, { caseId: errand.case.id });
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
