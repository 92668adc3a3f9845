import { judgedScreen } from '../../cards/judged.ts';
import { heardOf } from '../../cards/case-told.ts';
import type { Fact } from '../../cards/screens.ts';
import { dateOf, shown } from '../../cards/shown.ts';
import { verdictOf } from '../../cases/decided.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Filling, Offer, Wanted } from '../../wizards/hand-out/filling.ts';
import { wordsOn } from '../../wizards/hand-out/review.ts';
import { button, frame, question } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import { toldFacts } from '../wizards/reviewing.ts';
import type { Shown } from '../show.ts';
import type { Weighed } from './steps.ts';

const MOST_NAMED = 12;
const LONGEST_WORDS = 2000;

const named = (some: readonly Wanted[], { say, list }: Speaker): string => {
  const names = some.slice(0, MOST_NAMED).map(({ name }) => shown(name, 80));
  const more = some.length - names.length;
  return list(more > 0 ? [...names, say('case.andMore', { count: more })] : names);
};

const factsOf = ({ request, decisions }: Weighed, offer: Offer, speaker: Speaker): Fact[] => {
  const { say } = speaker;
  const leaves = (one: Wanted): boolean => request.decision.items.includes(one.id);
  const stays = offer.wanted.filter((one) => !leaves(one));
  return [
    { name: say('wizard.handOut.to'), value: plain(offer.partner) || '–' },
    { name: say('wizard.handOut.leaves'), value: named(offer.wanted.filter(leaves), speaker) },
    ...(stays.length === 0 ? [] : [{ name: say('wizard.handOut.stays'), value: named(stays, speaker) }]),
    { name: say('wizard.handOut.lose'), value: say('wizard.handOut.loseText') },
    { name: say('wizard.handOut.access'), value: say('wizard.handOut.accessText') },
    { name: say('wizard.handOut.until'), value: say('wizard.handOut.untilText', { day: dateOf(offer.expiresAt, speaker) }) },
    ...toldFacts(heardOf(decisions, request.decision.told), speaker),
  ];
};

/** What we lose, what becomes of access, until when it can be decided, and what the rules say. */
export const drawReview = (drawing: Drawing<Filling>, weighed: Weighed, offer: Offer): Shown => {
  const { filling, speaker } = drawing;
  const { say } = speaker;
  const verdict = verdictOf(weighed.decisions);
  const isDenied = verdict === 'deny';
  const agree = button(drawing, say('wizard.handOut.agree'), { tone: 'positive', asks: true });
  const namedIn = (item: string): string => offer.wanted.find(({ id }) => id === item)?.name ?? item;
  return {
    screen: 'hand-out/review',
    data: {
      ...frame(drawing, isDenied ? [] : [agree]),
      facts: factsOf(weighed, offer, speaker),
      // They speak to whoever takes over, and that is not us.
      judged: { ...judgedScreen(weighed.decisions, speaker, namedIn), nextSteps: [] },
      questions: isDenied
        ? []
        : [
            question(drawing, say(verdict === 'needs_review' ? 'case.asks.review' : 'case.asks.reason'), {
              kind: 'text',
              id: 'words',
              value: wordsOn(filling),
              longest: LONGEST_WORDS,
              isLong: true,
              placeholder: null,
            }),
          ],
    },
  };
};
