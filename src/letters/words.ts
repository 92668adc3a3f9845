import type { Case } from '../cases/case.ts';
import type { Proposal } from '../cases/admin-relationship/case.ts';
import { languageOf } from '../languages/catalogues.ts';
import type { Language } from '../languages/speak.ts';
import type { Cloud } from '../policy/index.ts';

type Invite = Extract<Proposal, { wants: 'invite' }>;

/** We, as customers of a cloud know us. */
export interface Sender {
  readonly name: string;
  readonly partnerId: string;
}

/** Null where we have no account in that cloud. */
export type Senders = (cloud: Cloud) => Sender | null;

/** What an invitation is written from; all of it is known before there is a case. */
export interface InvitationWords {
  readonly cloud: Cloud;
  readonly customer: Pick<Case['customer'], 'name' | 'language'>;
  readonly from: Sender & { readonly contact: string };
  readonly reseller: Pick<NonNullable<Invite['reseller']>, 'model' | 'includeDap'> | null;
  readonly gdap: Pick<NonNullable<Invite['gdap']>, 'durationDays' | 'roles' | 'autoExtend'> | null;
  readonly paragraph: string;
}

/** Customers are written to in their own language, or else in English. */
export const letterLanguage = (tag: string): Language => languageOf(tag) ?? 'en';

/** A person may have left no name. */
const contactOf = ({ takenOverBy, requester }: Case, { name }: Sender): string =>
  (takenOverBy.at(-1) ?? requester).name.trim() || name;

/** What a case is written about; null where no letter of ours has words for it yet. */
export const wordsOf = (current: Case, sender: Sender): InvitationWords | null => {
  if (current.kind !== 'admin-relationship') return null;
  const { cloud, customer, proposal } = current;
  return {
    cloud,
    customer,
    from: { ...sender, contact: contactOf(current, sender) },
    reseller: proposal.wants === 'invite' ? proposal.reseller : null,
    gdap: proposal.wants === 'end' ? null : proposal.gdap,
    paragraph: proposal.wants === 'end' ? '' : proposal.letter.paragraph,
  };
};
