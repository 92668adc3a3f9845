import type { Case } from '../cases/case.ts';
import type { Cloud } from '../policy/index.ts';
import type { FactSource, FactValues, Store, Unreachable } from '../ports.ts';
import type { Letter } from './blocks.ts';
import { invitedOf, letterFor } from './compose.ts';
import type { LetterMeans } from './compose.ts';
import type { Invited } from './invitation.ts';
import { linkStateOf } from './link-state.ts';
import { createLinksUsed } from './links-used.ts';
import { linesOf } from './plain-text.ts';

interface Means extends LetterMeans {
  readonly store: Pick<Store, 'case' | 'note' | 'commit'>;
  /** Where links may lead, by cloud, as the operator knows it: names in lower case. */
  readonly allowedHosts: (cloud: Cloud) => readonly string[];
}

/** With its scheme, unless it is the safe one: so it is on nobody's list. */
const hostOf = (link: string): string => new URL(link).origin.replace(/^https:\/\//, '');

/** Where several lead astray they are told together: one that a rule happens to know must not stand for all. */
const hostFacts = (links: readonly string[], cloud: Cloud, allowed: readonly string[]): FactValues => {
  const hosts = links.map(hostOf);
  const strangers = [...new Set(hosts)].filter((host) => !allowed.includes(host));
  return {
    'msg.linkHost': strangers.length > 0 ? strangers.join(' ') : (hosts[0] ?? null),
    'msg.hostAllowListed': cloud === 'global' ? null : hosts.length > 0 && strangers.length === 0,
  };
};

const numbersFrom = (first: number, howMany: number): number[] => Array.from({ length: howMany }, (_, at) => first + at);

/** Elsewhere all of it is ours; at 21Vianet two paragraphs, and what is not as it was drafted there, or not there at all. */
const editedParagraphs = (letter: Letter, { rest }: Invited, cloud: Cloud): number[] => {
  const paragraphs = linesOf(letter);
  if (cloud !== 'china_21v') return numbersFrom(1, paragraphs.length);
  const theirs = rest ?? [null];
  const changed = numbersFrom(0, Math.max(paragraphs.length - 2, theirs.length)).filter((at) => paragraphs[at + 2] !== theirs[at]);
  return [1, 2, ...changed.map((at) => at + 3)];
};

/** What the rules want to know of a letter, read off the very letter that will be sent. */
export const createLetterFacts = ({ store, allowedHosts, ...means }: Means): FactSource => {
  const used = createLinksUsed(store);

  const linkFacts = async ({ links }: Invited, current: Case): Promise<FactValues> => {
    const linkKind = links.some(({ what }) => what === 'gdap') ? 'gdap' : 'reseller';
    const those = links.filter(({ what }) => what === linkKind);
    const others = await Promise.all(those.map(({ link }) => used.isOfAnother(link, current)));
    return { 'msg.linkKind': linkKind, 'msg.reuseForOtherCustomer': others.includes(true) };
  };

  const told = async (current: Case): Promise<FactValues> => {
    const { cloud } = current;
    const invited = invitedOf(current, means);
    const letter = letterFor('invitation', current, means);
    if (invited === null || letter === null) return {};
    const links = invited.links.map(({ link }) => link);
    return {
      'msg.edited': true,
      'msg.editedParagraphs': editedParagraphs(letter, invited, cloud),
      'msg.linkState': linkStateOf(letter, links),
      ...hostFacts(links, cloud, allowedHosts(cloud)),
      ...(await linkFacts(invited, current)),
    };
  };

  return {
    read: async (_paths, { caseId, cloud }): Promise<FactValues | Unreachable> => {
      const kept = caseId && (await store.case(caseId));
      if (!kept) return {};
      return means.senders(cloud) === null ? { unreachable: `an account of ours in the cloud ${cloud}` } : told(kept.case);
    },
  };
};
