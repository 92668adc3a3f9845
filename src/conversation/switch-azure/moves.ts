import type { Question } from '../../cards/screens.ts';
import { effectsOf, groups } from '../../wizards/switch-azure/effects-of-moving.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import * as moves from '../../wizards/switch-azure/moves.ts';
import { procedureOf } from '../../wizards/switch-azure/procedure.ts';
import { namedOn } from '../../wizards/switch-azure/proposal.ts';
import type { Shown } from '../show.ts';
import { frame, next, question } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { factQuestion } from '../wizards/told.ts';

type Drawing = AnyDrawing<Filling>;

const toggle = (drawing: Drawing, id: string, label: string, value: string | undefined): Question =>
  question(drawing, label, {
    kind: 'toggle',
    id,
    title: drawing.speaker.say('value.true'),
    value: value === 'true' ? 'true' : 'false',
  });

const pathOf = (id: moves.Toggle): string => (id === 'marketplace' ? 'item.marketplace' : moves.toggles[id]);

const questions = (drawing: Drawing): Question[] => {
  const { filling, speaker } = drawing;
  const subjects = namedOn(filling);
  const filled = moves.shownOn(filling, subjects);
  const label = (id: moves.Toggle): string => speaker.sayKey(`fact.${pathOf(id)}`);
  const flags = moves.asksAboutMarketplace(subjects, filled) ? moves.marketplaceFlags : [];
  return [
    ...moves.togglesFor(subjects).map((id) => toggle(drawing, id, label(id), filled[id])),
    ...flags.map((flag) => toggle(drawing, flag, speaker.sayKey(`value.item.marketplace.${flag}`), filled[flag])),
    ...moves.askedFor(subjects, filled).map((path) => factQuestion(drawing, path, filled[path] ?? '')),
  ];
};

/** What moves along, what stays behind, what is in the way; nothing as long as it is not clear how it would move. */
const effectsShown = ({ filling, reading, speaker }: Drawing) => {
  const procedure = procedureOf(filling) ?? filling.ways[0];
  if (procedure === undefined) return [];
  const isLegacy = namedOn(filling).some(({ facts }) => facts['item.generation'] === 'azure_0145p');
  const told = effectsOf({ procedure, on: reading.today, isLegacy });
  return groups.flatMap((group) =>
    told[group].length === 0
      ? []
      : [
          {
            title: speaker.say(`wizard.switch.group.${group}`),
            lines: told[group].map((code) => speaker.say(`wizard.effect.${code}`)),
          },
        ],
  );
};

/** By which way; where there are several, the next page asks, and what is shown here is true of the first. */
const leadOf = ({ filling, speaker }: Drawing): string | null => {
  const procedure = procedureOf(filling);
  if (procedure !== null) return speaker.sayKey(`procedure.${procedure}`);
  const [first, ...others] = filling.ways.map((way) => speaker.sayKey(`procedure.${way}`));
  return first === undefined ? null : speaker.say('wizard.switch.oneOfWays', { first, others: speaker.list(others) });
};

export const drawMoves = (drawing: Drawing): Shown => ({
  screen: 'switch-azure/page',
  data: {
    ...frame(drawing, [next(drawing)]),
    lead: leadOf(drawing),
    groups: effectsShown(drawing),
    questions: questions(drawing),
  },
});
