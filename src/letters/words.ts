import type { Case } from '../cases/case.ts';
import type { AdminRelationship, Proposal } from '../cases/admin-relationship/case.ts';
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

/** How the reader finds out by themselves that a letter is ours. */
export interface Check {
  /** Whoever sent the letter has it as well: it is compared on the telephone. */
  readonly code: string;
  /** The address of our page as one types it, without a scheme: the letter never makes a link of it. */
  readonly page: string;
  /** What opens the page on which one answers, and is known to the reader alone; left out where nothing is answered. */
  readonly opens?: string;
}

/** What every letter is written from. */
export interface LetterWords {
  readonly cloud: Cloud;
  readonly customer: Pick<Case['customer'], 'name' | 'language'>;
  readonly from: Sender & { readonly contact: string };
  readonly paragraph: string;
  /** Null where we have no page that shows who has sent what. */
  readonly check?: Check | null;
}

/** What an invitation is written from; all of it is known before there is a case. */
export interface InvitationWords extends LetterWords {
  readonly reseller: Pick<NonNullable<Invite['reseller']>, 'model' | 'includeDap'> | null;
  readonly gdap: Pick<NonNullable<Invite['gdap']>, 'durationDays' | 'roles' | 'autoExtend'> | null;
}

/** Customers are written to in their own language, or else in English. */
export const letterLanguage = (tag: string): Language => languageOf(tag) ?? 'en';

/** A person may have left no name. */
const contactOf = ({ takenOverBy, requester }: Case, { name }: Sender): string =>
  (takenOverBy.at(-1) ?? requester).name.trim() || name;

/** Somebody’s own words in a letter; most cases have none. */
const paragraphOf = ({ proposal }: Case): string => ('letter' in proposal ? proposal.letter.paragraph : '');

/** All that stands in a letter in somebody’s own words. */
export const ownWordsOf = (current: Case): readonly string[] => [
  paragraphOf(current),
  ...(current.kind === 'customer-inquiry' ? [current.proposal.subject] : []),
];

/** What any case is written about. */
export const wordsOf = (current: Case, sender: Sender): LetterWords => ({
  cloud: current.cloud,
  customer: current.customer,
  from: { ...sender, contact: contactOf(current, sender) },
  paragraph: paragraphOf(current),
});

/** The same, with what is asked of the customer. */
export const invitationWordsOf = (current: AdminRelationship, sender: Sender): InvitationWords => {
  const { proposal } = current;
  return {
    ...wordsOf(current, sender),
    reseller: proposal.wants === 'invite' ? proposal.reseller : null,
    gdap: proposal.wants === 'end' ? null : proposal.gdap,
  };
};
