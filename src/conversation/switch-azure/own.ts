import type { Procedure } from '../../cases/azure-switch/case.ts';
import type { Question } from '../../cards/screens.ts';
import { plain } from '../../languages/speak.ts';
import { LONGEST_PARAGRAPH } from '../../letters/checks.ts';
import type { FactPath } from '../../policy/index.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import { asksForEnds, asksForTenant, ownMissing } from '../../wizards/switch-azure/own-page.ts';
import { shownFirst } from '../../wizards/telling.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { factQuestion } from '../wizards/told.ts';

type Drawing = AnyDrawing<Filling>;

/** For whom we take over: those for whom we provide, by their Partner ID. */
const resellerQuestion = (drawing: Drawing, given: string): Question => {
  const { filling, speaker } = drawing;
  const path = 'xfer.resellerPartnerId';
  const choices = (filling.ourselves?.fellows ?? []).flatMap(({ name, partnerId }) =>
    partnerId === null ? [] : [{ title: `${plain(name)} · ${partnerId}`, value: partnerId }],
  );
  return choices.length === 0
    ? factQuestion(drawing, path, given)
    : question(drawing, speaker.sayKey(`fact.${path}`), { kind: 'choice', id: path, choices, value: given, isFromOutside: true });
};

const text = (drawing: Drawing, procedure: Procedure, id: 'tenant' | 'ends'): Question =>
  question(drawing, drawing.speaker.say(`wizard.switch.${id}`), {
    kind: 'text',
    id,
    hint: drawing.speaker.say(`wizard.switch.${id}Hint`),
    value: filledOn(drawing.filling, procedure)[id] ?? '',
    longest: id === 'ends' ? LONGEST_PARAGRAPH : 36,
    isLong: id === 'ends',
    placeholder: null,
  });

/** What only this procedure needs to know. */
export const drawOwn = (drawing: Drawing, procedure: Procedure): Shown => {
  const { filling, speaker } = drawing;
  const filled = filledOn(filling, procedure);
  const asked = (path: FactPath): Question => {
    const given = filled[path] ?? shownFirst(filling, path);
    return path === 'xfer.resellerPartnerId' ? resellerQuestion(drawing, given) : factQuestion(drawing, path, given);
  };
  return questionsPage(
    drawing,
    [
      ...(asksForTenant(filling, procedure) ? [text(drawing, procedure, 'tenant')] : []),
      ...ownMissing(filling, procedure).map(asked),
      ...(asksForEnds(procedure) ? [text(drawing, procedure, 'ends')] : []),
    ],
    speaker.sayKey(`wizard.switch.own.${procedure}`),
  );
};
