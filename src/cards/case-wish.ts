import type { Case } from '../cases/case.ts';
import type { Speaker } from '../languages/speak.ts';
import { dateOf, saidOr, shown } from './shown.ts';

type Proposal = Case['proposal'];
type Invite = Extract<Proposal, { wants: 'invite' }>;
type Gdap = NonNullable<Invite['gdap']>;

const invited = ({ reseller, gdap }: Invite, { say }: Speaker): string => {
  if (reseller === null) return say('case.wants.manage');
  return gdap === null ? say('case.wants.sell') : say('case.wants.both');
};

/** What is asked for, in a few words. */
export const wishOf = (proposal: Proposal, speaker: Speaker): string => {
  const { say } = speaker;
  switch (proposal.wants) {
    case 'invite':
      return invited(proposal, speaker);
    case 'renew':
      return proposal.how === 'anew' ? say('case.wants.renew') : say('case.wants.extend');
    case 'end':
      return say('case.wants.end', { what: { label: `value.end.what.${proposal.what}` } });
    case 'switch':
      return say('case.wants.switch', { procedure: { label: `procedure.${proposal.procedure}` } });
    case 'hand-out':
      return say('case.wants.hand-out', { partner: proposal.otherPartner.name });
    case 'ask-customer':
      return say('case.wants.ask-customer');
  }
};

export const gdapOf = (proposal: Proposal): Gdap | null => ('gdap' in proposal ? proposal.gdap : null);

/** A role as the directory writes it, whichever way it was written. */
const spelt = (role: string): string =>
  role
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const readable = (role: string): string => {
  const name = shown(role, 100).replaceAll('_', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** A role of the directory with what it means; one that we have no words for by the directory’s own name. */
export const roleInWords = (role: string, speaker: Speaker): string => {
  const said = (part: 'title' | 'means', otherwise: string): string =>
    saidOr(speaker, { key: `adminRole.${spelt(role)}.${part}`, values: {} }, () => otherwise);
  const [title, means] = [said('title', readable(role)), said('means', '')];
  return means === '' ? title : `${title} – ${means}`;
};

const namesOf = new Map<string, Intl.DisplayNames>();

/** Asking for a name takes as long as many sentences, and there are few languages. */
const namedBefore = new Map<string, string>();
const MOST_NAMED = 500;

const named = (tag: string, language: string): string => {
  const names = namesOf.get(language) ?? new Intl.DisplayNames([language], { type: 'language', fallback: 'code' });
  namesOf.set(language, names);
  return names.of(tag) ?? tag;
};

/** A language by its tag, as the reader calls it. */
const languageInWords = (tag: string, { language }: Speaker): string => {
  // Anything else would make the names throw.
  if (!/^[a-z]{2,3}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i.test(tag)) return shown(tag, 20);
  const key = `${language} ${tag}`;
  const inWords = namedBefore.get(key) ?? named(tag, language);
  if (namedBefore.size >= MOST_NAMED) namedBefore.clear();
  namedBefore.set(key, inWords);
  return inWords;
};

/** In which language the customer is written to, and to whom. */
export const letterOf = ({ language, contact }: Case['customer'], speaker: Speaker): string => {
  const inWords = languageInWords(language, speaker);
  return contact === null ? inWords : speaker.say('case.letterTo', { language: inWords, contact });
};

/** Subscriptions by their names, the first of them. */
export const subjectsOf = (proposal: Proposal, { list, say }: Speaker): string | null => {
  if (!('subjects' in proposal)) return null;
  const named = proposal.subjects.map(({ name }) => shown(name, 80));
  const more = named.length - 12;
  return more > 1 ? list([...named.slice(0, 12), say('case.andMore', { count: more })]) : list(named);
};

export const endOf = (proposal: Proposal, speaker: Speaker): string | null =>
  proposal.wants === 'renew' && proposal.endsAt !== null ? dateOf(proposal.endsAt, speaker) : null;
