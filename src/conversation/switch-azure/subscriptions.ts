import type { Question } from '../../cards/screens.ts';
import { plain } from '../../languages/speak.ts';
import type { Speaker } from '../../languages/speak.ts';
import { isWrong } from '../../wizards/filled.ts';
import type { Filling, KnownItem } from '../../wizards/switch-azure/filling.ts';
import { kindsFrom } from '../../wizards/switch-azure/kinds.ts';
import * as origin from '../../wizards/switch-azure/origin.ts';
import { choosable, chosenOn, keyOf, leftOut, MOST_TYPED } from '../../wizards/switch-azure/subscriptions.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { toldBy } from '../wizards/told.ts';

type Drawing = AnyDrawing<Filling>;

const whatIs = ({ facts }: KnownItem, { sayKey }: Speaker): string[] => {
  const kind = facts['item.generation'] ?? null;
  if (typeof kind === 'string') return [sayKey(`value.item.generation.${kind}`)];
  return typeof facts['item.kind'] === 'string' ? [sayKey(`value.item.kind.${facts['item.kind']}`)] : [];
};

const titleOf = (item: KnownItem, speaker: Speaker): string =>
  [plain(item.name).slice(0, 80) || '–', ...whatIs(item, speaker)].join(' · ');

/** Who told it, where people did; and what of it cannot move as it is. */
const hintOf = ({ filling, speaker }: Drawing, who: string | null): string | null => {
  const told = choosable(filling).find((one) => one.told !== null)?.told ?? null;
  const out = leftOut(filling).map(({ name }) => plain(name).slice(0, 80) || '–');
  const lines = [
    ...(told === null ? [] : [toldBy({ by: who, on: told.on }, speaker)]),
    ...(out.length === 0 ? [] : [speaker.say('wizard.switch.leftOut', { items: speaker.list(out) })]),
  ];
  return lines.length === 0 ? null : lines.join(' ');
};

const chosen = (drawing: Drawing, who: string | null): Question[] => {
  const { filling, speaker } = drawing;
  const offered = choosable(filling);
  if (offered.length === 0) return [];
  return [
    question(drawing, speaker.say('wizard.switch.chosen'), {
      kind: 'several',
      id: 'chosen',
      hint: hintOf(drawing, who),
      choices: offered.map((item) => ({ title: titleOf(item, speaker), value: keyOf(filling, item) })),
      value: chosenOn(filling)
        .map((item) => keyOf(filling, item))
        .join(','),
      isFromOutside: true,
    }),
  ];
};

const what = (drawing: Drawing): Question[] => {
  const { filling, speaker } = drawing;
  const from = origin.read(filling);
  if (isWrong(from)) return [];
  const choices = kindsFrom(from.answer.boughtFrom).map((one) => ({ title: speaker.say(`wizard.switch.kind.${one}`), value: one }));
  return [
    question(drawing, speaker.say('wizard.switch.what'), {
      kind: 'choice',
      id: 'what',
      hint: speaker.say('wizard.switch.whatHint'),
      choices,
      value: filledOn(filling, 'subscriptions').what ?? '',
    }),
  ];
};

/** `who`: the name of whoever has told what is known. */
export const drawSubscriptions = (drawing: Drawing, who: string | null): Shown => {
  const { filling, speaker } = drawing;
  const { say } = speaker;
  const typed = question(drawing, say(choosable(filling).length === 0 ? 'wizard.switch.typed' : 'wizard.switch.typedToo'), {
    kind: 'text',
    id: 'typed',
    hint: say('wizard.switch.typedHint', { most: MOST_TYPED }),
    value: filledOn(filling, 'subscriptions').typed ?? '',
    longest: 5000,
    isLong: true,
    placeholder: null,
  });
  const lead = filling.unread === null ? null : say('failure.unreachable', { service: filling.unread });
  return questionsPage(drawing, [...chosen(drawing, who), typed, ...what(drawing)], lead);
};
