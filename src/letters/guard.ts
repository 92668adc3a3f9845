import type { Case } from '../cases/case.ts';
import type { Effect } from '../cases/effect.ts';
import type { Outcome, Store } from '../ports.ts';
import type { Letter } from './blocks.ts';
import { checkParagraph, checkRecipient } from './checks.ts';
import { invitedOf } from './compose.ts';
import type { LetterMeans } from './compose.ts';
import { linkStateOf } from './link-state.ts';
import { createLinksUsed } from './links-used.ts';
import { ownWordsOf } from './words.ts';

export type SendLetter = Extract<Effect, { kind: 'send-letter' }>;
type Refused = Extract<Outcome, { kind: 'refused' }>;

export const refused = (code: string, words: string): Refused => ({ kind: 'refused', code, words });

/** Whatever a letter is about, no foreign address goes out with it; an invitation has to hold Microsoft’s as well. */
const isUntouched = (kind: SendLetter['letter'], state: ReturnType<typeof linkStateOf>): boolean =>
  kind === 'invitation' ? state === 'intact' : state !== 'altered';

export interface GuardMeans extends LetterMeans {
  readonly store: Pick<Store, 'case' | 'note' | 'commit'>;
  /** Every domain that a service knows to be the customer’s; none where nobody tells us. */
  readonly domainsOf: (current: Case) => Promise<readonly string[]>;
}

const whyNotTo = {
  'not-an-address': 'What stands there as the customer’s address is none.',
  mimics: 'The address is at a domain that only looks like the customer’s.',
  'other-domain': 'The address is not at a domain of the customer’s, and nobody has confirmed that it is right.',
} as const;

/**
 * Looks at a letter right before it goes out, and says why it may not. Whoever asked may have come by the command line, where no page
 * looked at the words.
 */
export const createGuard = ({ store, domainsOf, ...means }: GuardMeans) => {
  const used = createLinksUsed(store);

  const whyNotThere = async (current: Case): Promise<Refused | null> => {
    const { contact, domain, isContactConfirmed } = current.customer;
    if (contact === null) return refused('no-recipient', 'Nobody has said to whom at the customer letters go.');
    const problem = checkRecipient(contact, { domain });
    if (problem === null || (problem === 'other-domain' && isContactConfirmed)) return null;
    const theirs = problem === 'not-an-address' ? [] : await domainsOf(current);
    return theirs.some((one) => checkRecipient(contact, { domain: one }) === null)
      ? null
      : refused(`recipient-${problem}`, whyNotTo[problem]);
  };

  return async (current: Case, kind: SendLetter['letter'], letter: Letter): Promise<Refused | null> => {
    const elsewhere = await whyNotThere(current);
    if (elsewhere !== null) return elsewhere;
    const [problem] = ownWordsOf(current)
      .map(checkParagraph)
      .filter((one) => one !== null);
    if (problem !== undefined) return refused(`paragraph-${problem}`, 'The personal paragraph may not go out as it is.');
    const links = invitedOf(current, means)?.links ?? [];
    const addresses = links.map(({ link }) => link);
    if (!isUntouched(kind, linkStateOf(letter, addresses)))
      return refused('link-not-intact', 'The link does not stand in the letter as Microsoft has made it.');
    for (const { what, link } of links) {
      await used.claim(link, current);
      if (what === 'gdap' && (await used.isOfAnother(link, current)))
        return refused('link-of-another-customer', 'This link went to another customer; it is for one only.');
    }
    return null;
  };
};
