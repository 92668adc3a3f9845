import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../cases/case.ts';
import { sha256 } from '../cases/digest.ts';
import type { Effect } from '../cases/effect.ts';
import type { Carrier, Errand, Outcome, Store } from '../ports.ts';
import type { Letter } from './blocks.ts';
import { checkParagraph } from './checks.ts';
import { invitedOf, letterFor } from './compose.ts';
import type { LetterMeans } from './compose.ts';
import { emlOf } from './eml.ts';
import { linkStateOf } from './link-state.ts';
import { createLinksUsed } from './links-used.ts';
import { asText } from './plain-text.ts';

type SendLetter = Extract<Effect, { kind: 'send-letter' }>;
type Refused = Extract<Outcome, { kind: 'refused' }>;

interface Means extends LetterMeans {
  readonly store: Pick<Store, 'case' | 'note' | 'commit'>;
  /** Where letters lie instead of being sent. */
  readonly folder: string;
  /** Our address, from which they would come. */
  readonly from: string;
}

const refused = (code: string, words: string): Refused => ({ kind: 'refused', code, words });

const paragraphOf = ({ proposal }: Case): string => ('letter' in proposal ? proposal.letter.paragraph : '');

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};

/** Letters as files that any mail program opens; nothing leaves the machine. Under the same key the same file, once. */
export const createLetterCarrier = ({ store, folder, from, ...means }: Means): Carrier<SendLetter> => {
  const used = createLinksUsed(store);
  const [, ourDomain = 'localhost'] = from.split('@');

  const placeOf = ({ key, effect, case: { id } }: Errand<SendLetter>) => {
    const mark = sha256(key).slice(0, 32);
    return {
      path: join(folder, `${id} ${effect.letter} ${mark.slice(0, 12)}.eml`),
      messageId: `<${mark}@${ourDomain}>`,
    };
  };

  const sent = (errand: Errand<SendLetter>): Extract<Outcome, { kind: 'done' }> => ({
    kind: 'done',
    report: { name: 'record-letter-sent', letter: errand.effect.letter, messageId: placeOf(errand).messageId },
  });

  /** Whoever asked may have come by the command line, where no page looked at the words. */
  const whyNot = async ({ effect, case: current }: Errand<SendLetter>, letter: Letter): Promise<Refused | null> => {
    if (effect.letter !== 'invitation' && effect.letter !== 'reminder') return null;
    const problem = checkParagraph(paragraphOf(current));
    if (problem !== null) return refused(`paragraph-${problem}`, 'The personal paragraph may not go out as it is.');
    const links = invitedOf(current, means)?.links ?? [];
    const addresses = links.map(({ link }) => link);
    if (effect.letter === 'invitation' && linkStateOf(letter, addresses) !== 'intact')
      return refused('link-not-intact', 'The link does not stand in the letter as Microsoft has made it.');
    for (const { what, link } of links) {
      await used.claim(link, current);
      if (what === 'gdap' && (await used.isOfAnother(link, current)))
        return refused('link-of-another-customer', 'This link went to another customer; it is for one only.');
    }
    return null;
  };

  const written = async (errand: Errand<SendLetter>, letter: Letter, address: string): Promise<void> => {
    const { customer, cloud } = errand.case;
    const { path, messageId } = placeOf(errand);
    const text = emlOf({
      messageId,
      date: errand.now,
      from: { name: means.senders(cloud)?.name ?? '', address: from },
      to: { name: customer.name, address },
      subject: letter.subject,
      language: letter.language,
      text: asText(letter),
    });
    await mkdir(folder, { recursive: true });
    // Whole or not at all: a name is given to what lies on the disk already.
    await writeFile(`${path}.draft`, text, { flush: true });
    await rename(`${path}.draft`, path);
  };

  return {
    carryOut: async (errand) => {
      const { case: current, effect } = errand;
      if (await isThere(placeOf(errand).path)) return sent(errand);
      if (means.senders(current.cloud) === null) return refused('no-account', `We have no account in the cloud ${current.cloud}.`);
      const { letter: kind } = effect;
      if (current.kind === 'azure-switch') return refused('letter-comes-later', `We have no letter of this kind (${kind}) yet.`);
      const letter = letterFor(kind, current, means);
      // What it was to tell is not so any more.
      if (letter === null)
        return kind === 'invitation' ? refused('no-invitation', 'Nobody is invited any more.') : { kind: 'done' };
      const { contact } = current.customer;
      if (contact === null) return refused('no-recipient', 'Nobody has said to whom at the customer letters go.');
      const problem = await whyNot(errand, letter);
      if (problem !== null) return problem;
      await written(errand, letter, contact);
      return sent(errand);
    },
    lookUp: async (errand) => ((await isThere(placeOf(errand).path)) ? sent(errand) : { kind: 'absent' }),
  };
};
