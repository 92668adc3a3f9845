import { catalogues } from '../languages/catalogues.ts';
import { heading, list, text } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Voice } from './voice.ts';
import type { InvitationWords } from './words.ts';

/** Microsoft knows no other distance. */
const EXTENSION_DAYS = 180;

const isSaid = (key: string): boolean => Object.hasOwn(catalogues.en, key);

/** As its name reads, where nobody has put it into words. */
const readable = (role: string): string => {
  const words = role.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const roleLine = (role: string, { say, sayKey }: Voice): string => {
  const key = `adminRole.${role}`;
  const title = isSaid(`${key}.title`) ? sayKey(`${key}.title`) : readable(role);
  return isSaid(`${key}.means`) ? say('letter.granted.role', { title, means: sayKey(`${key}.means`) }) : title;
};

/** At 21Vianet there is no tie without it. */
export const hasDap = ({ cloud, reseller }: InvitationWords): boolean =>
  reseller !== null && (reseller.includeDap || cloud === 'china_21v');

const resellerLines = (words: InvitationWords, { say }: Voice): string[] => {
  if (words.reseller === null) return [];
  const more = hasDap(words) ? say('letter.granted.dap') : say('letter.granted.resellerAlone');
  const who = words.reseller.model === 'indirect' ? [say('letter.granted.indirect')] : [];
  return [say('letter.granted.reseller'), ...who, more];
};

export const lengthLine = ({ autoExtend }: Pick<NonNullable<InvitationWords['gdap']>, 'autoExtend'>, { say }: Voice): string =>
  autoExtend ? say('letter.granted.extends', { days: EXTENSION_DAYS }) : say('letter.granted.ends');

/** What the customer gives away, role by role, and for how long. */
export const grantedBlocks = (words: InvitationWords, voice: Voice): Block[] => {
  const { gdap } = words;
  return [
    ...resellerLines(words, voice).map(text),
    ...(gdap === null
      ? []
      : [
          text(voice.say('letter.granted.gdap', { days: gdap.durationDays })),
          list(...gdap.roles.map((role) => roleLine(role, voice))),
          text(lengthLine(gdap, voice)),
        ]),
  ];
};

const unchangedLines = ({ say }: Voice): string[] => [
  say('letter.unchanged.subscriptions'),
  say('letter.unchanged.ownership'),
  say('letter.unchanged.terms'),
  say('letter.unchanged.record'),
];

/** The four that no invitation does, whatever anybody says. */
export const unchangedBlocks = (voice: Voice): Block[] => [
  heading(voice.say('letter.heading.unchanged')),
  list(...unchangedLines(voice)),
];

/** The same in one paragraph, where there is room for no more: there are no roles to be listed at 21Vianet. */
export const grantedSentences = (words: InvitationWords, voice: Voice): string[] => [
  ...resellerLines(words, voice),
  ...unchangedLines(voice),
];
