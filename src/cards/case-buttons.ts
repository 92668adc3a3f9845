import type { Case } from '../cases/case.ts';
import type { Offer } from '../cases/offer.ts';
import { dayAfterPause, endOfPause, USUAL_PAUSE_DAYS } from '../cases/pause.ts';
import type { Instant } from '../cases/time.ts';
import type { Speaker } from '../languages/speak.ts';
import { wayButtons } from './inquiry-ways.ts';
import type { Way } from './inquiry-ways.ts';
import type { Button } from './screens.ts';
import type { Viewer } from './viewer.ts';

/** What one would type for a wish about a case. */
export type Typed = (wish: Way | 'renew' | 'end', what: string, about?: string) => string;

type Key = Parameters<Speaker['say']>[0];

const MOST = 6;

/** In the order in which they stand on the card. */
const titles: Readonly<Record<Offer, Key>> = {
  approve: 'case.button.approve',
  'send-back': 'case.button.send-back',
  decline: 'case.button.decline',
  answer: 'case.button.answer',
  tick: 'case.button.tick',
  accepted: 'case.button.accepted',
  resume: 'case.button.resume',
  renew: 'case.button.renew',
  end: 'case.button.end',
  'resume-reminders': 'case.button.resume-reminders',
  'pause-reminders': 'case.button.pause-reminders',
  withdraw: 'case.button.withdraw',
  'take-over': 'case.button.take-over',
};

const ofHandOut: Partial<Record<Offer, Key>> = { approve: 'case.button.agree', decline: 'case.button.refuse' };

const titleOf = (offer: Offer, { status }: Case): Key =>
  (status === 'awaiting-our-decision' ? ofHandOut[offer] : undefined) ?? titles[offer];

const tones: Partial<Record<Offer, Button['tone']>> = {
  approve: 'positive',
  answer: 'positive',
  tick: 'positive',
  accepted: 'positive',
  resume: 'positive',
  decline: 'destructive',
};

interface Pressed {
  readonly current: Case;
  readonly viewer: Viewer;
  readonly seen: string;
  readonly typed: Typed;
  readonly speaker: Speaker;
  readonly now: Instant;
}

/** Needs words, or may have some. */
const takesWords: ReadonlySet<Offer> = new Set<Offer>([
  'approve',
  'decline',
  'send-back',
  'answer',
  'tick',
  'accepted',
  'resume',
  'withdraw',
]);

export const asksForWords = ({ may }: Viewer): boolean => [...may].some((offer) => takesWords.has(offer));

const buttonFor = (offer: Offer, { current, viewer, seen, typed, speaker }: Pressed): Button => {
  const button = { title: speaker.say(titleOf(offer, current)), tone: tones[offer] ?? 'default' };
  if (offer === 'renew' || offer === 'end') {
    return { ...button, verb: 'say', id: typed(offer, current.id), seen: '', asks: false };
  }
  // Taking over needs no words; where there is a field for them they go along.
  return { ...button, verb: offer, id: current.id, seen, asks: asksForWords(viewer) };
};

/** Whoever takes it over can approve it no more: that is not a slip of a finger away from approving, and still can be typed. */
const isTooNear = (offer: Offer, { may }: Viewer): boolean => offer === 'take-over' && may.has('approve');

/** So long a pause would outlast the case, and be refused; a shorter one still can be typed. */
const isTooLong = (offer: Offer, current: Case, now: Instant): boolean =>
  offer === 'pause-reminders' &&
  current.status === 'awaiting-customer' &&
  endOfPause(dayAfterPause(USUAL_PAUSE_DAYS, now)) >= current.lapsesAt;

const shownTo = ({ current, viewer, now }: Pressed): Offer[] =>
  (Object.keys(titles) as readonly Offer[]).filter(
    (offer) => viewer.may.has(offer) && !isTooNear(offer, viewer) && !isTooLong(offer, current, now),
  );

/** What this viewer may do about it; in a channel nothing but look. */
export const buttonsOf = (pressed: Pressed): Button[] => {
  const { current, viewer, seen, speaker } = pressed;
  if (viewer.person === null) {
    return [{ title: speaker.say('case.button.open'), verb: 'view', id: current.id, seen, tone: 'default', asks: false }];
  }
  const offered = shownTo(pressed).map((offer) => buttonFor(offer, pressed));
  const ways = viewer.sees === 'all' ? wayButtons(current, pressed.typed, speaker) : [];
  return [...offered, ...ways].slice(0, MOST);
};
