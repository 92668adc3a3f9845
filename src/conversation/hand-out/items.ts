import type { Fact, Question } from '../../cards/screens.ts';
import { dateOf, saidOr, shown } from '../../cards/shown.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Filling, Offer, Wanted } from '../../wizards/hand-out/filling.ts';
import { keyOf, mayGo } from '../../wizards/hand-out/items.ts';
import { filledOn } from '../../wizards/walk.ts';
import { frame, next, question } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';

const kindIn = ({ kind }: Wanted, speaker: Speaker): string =>
  kind === null ? '' : saidOr(speaker, { key: `value.item.product.${kind}`, values: {} }, () => '');

const itemInWords = (one: Wanted, speaker: Speaker): string =>
  [shown(one.name, 100), kindIn(one, speaker)].filter((part) => part !== '').join(' · ');

/** What may not go is not offered; why is said instead, once for all that it holds for. */
const keptBack = ({ wanted }: Offer, speaker: Speaker): Fact[] => {
  const names = new Map<string, string[]>();
  for (const one of wanted.filter((each) => !mayGo(each))) {
    const why = one.whyNot.map((says) => saidOr(speaker, says, () => speaker.say('wizard.handOut.notAllowed'))).join(' ');
    names.set(why, [...(names.get(why) ?? []), itemInWords(one, speaker)]);
  }
  return [...names].map(([value, those]) => ({ name: speaker.list(those), value }));
};

const numbered = ({ wanted }: Offer) =>
  wanted.map((one, place) => ({ one, key: keyOf(place), number: place + 1 })).filter(({ one }) => mayGo(one));

/** Nothing is chosen until somebody has chosen it. */
const itemsQuestion = (drawing: Drawing<Filling>, offer: Offer): Question[] => {
  const { say } = drawing.speaker;
  const choices = numbered(offer).map(({ key, number }) => ({ title: say('wizard.handOut.number', { number }), value: key }));
  if (choices.length === 0) return [];
  return [
    question(drawing, say('wizard.handOut.which'), {
      kind: 'several',
      id: 'items',
      hint: say('wizard.handOut.nothingChosen'),
      choices,
      value: filledOn(drawing.filling, 'items').items ?? '',
    }),
  ];
};

export const drawItems = (drawing: Drawing<Filling>, offer: Offer): Shown => {
  const { speaker } = drawing;
  const { say } = speaker;
  const questions = itemsQuestion(drawing, offer);
  const values = { partner: plain(offer.partner) || '–', day: dateOf(offer.expiresAt, speaker) };
  return {
    screen: 'hand-out/items',
    data: {
      ...frame(drawing, questions.length === 0 ? [] : [next(drawing)]),
      lead: say('wizard.handOut.lead', values),
      offered: numbered(offer).map(({ one, number }) => say('wizard.handOut.item', { number, name: itemInWords(one, speaker) })),
      questions,
      keptTitle: say(questions.length === 0 ? 'wizard.handOut.noneMayGo' : 'wizard.handOut.kept'),
      facts: keptBack(offer, speaker),
    },
  };
};
