import type { Case } from '../cases/case.ts';
import type { Instant } from '../cases/time.ts';
import type { Occasion } from './afterwards.ts';
import { heading, text } from './blocks.ts';
import type { Block } from './blocks.ts';
import { checkBlocks, closing, day } from './every-letter.ts';
import { grantedBlocks, unchangedBlocks } from './granted.ts';
import { linkBlocks, refuseBlocks } from './invitation.ts';
import type { Invited } from './invitation.ts';
import type { Voice } from './voice.ts';
import type { InvitationWords } from './words.ts';

/** At 21Vianet the link stands in the text that is not ours, and that is sent once. */
const acceptBlocks = ({ words, voice }: Pick<Occasion, 'words' | 'voice'>, invited: Invited): Block[] =>
  words.cloud === 'china_21v'
    ? [text(voice.say('letter.reminder.link'))]
    : [
        heading(voice.say('letter.heading.accept')),
        text(voice.say('letter.accept.who')),
        ...linkBlocks(words, invited, voice),
        text(voice.say('letter.accept.compare')),
      ];

/** Of what was accepted already nobody has to be reminded. */
const stillAsked = (words: InvitationWords, { links }: Invited): InvitationWords => {
  const isOpen = (part: 'reseller' | 'gdap'): boolean => links.some(({ what }) => what === part);
  return { ...words, reseller: isOpen('reseller') ? words.reseller : null, gdap: isOpen('gdap') ? words.gdap : null };
};

/** When the request is closed, once that is near. */
export const closesOn = (current: Case): Instant | null =>
  current.status === 'awaiting-customer' && current.lapseAnnounced !== null ? current.lapsesAt : null;

const closingSoonBlocks = (current: Case, { say }: Voice): Block[] => {
  const end = closesOn(current);
  return end === null ? [] : [text(say('letter.lastReminder.text', { day: day(end) }))];
};

/** How old the request is, and once more all that one has to know before one agrees: nobody should look for the first letter. */
export const reminderBlocks = ({ current, words: first, voice }: Occasion, invited: Invited): Block[] => {
  const words = stillAsked(first, invited);
  return [
    text(voice.say('letter.greeting')),
    text(voice.say('letter.reminder.text', { day: day(current.since) })),
    ...closingSoonBlocks(current, voice),
    heading(voice.say('letter.heading.granted')),
    ...grantedBlocks(words, voice),
    ...unchangedBlocks(voice),
    ...checkBlocks(words, current.id, voice),
    ...acceptBlocks({ words, voice }, invited),
    ...refuseBlocks(voice),
    ...closing(current.id, voice),
  ];
};
