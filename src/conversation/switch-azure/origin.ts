import type { Button, Question } from '../../cards/screens.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import { agreements, isByCustomer, originsIn, shownOn } from '../../wizards/switch-azure/origin.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { toldByCustomer } from '../wizards/told-by-customer.ts';

type Drawing = AnyDrawing<Filling>;

/** Who has told what stands there already. */
const hintOf = ({ filling, speaker }: Drawing, input: Parameters<typeof isByCustomer>[1]): string | null =>
  filling.byCustomer !== null && isByCustomer(filling, input) ? toldByCustomer(filling.byCustomer, speaker) : null;

const text = (drawing: Drawing, id: 'partner' | 'which', longest: number): Question =>
  question(drawing, drawing.speaker.say(`wizard.switch.${id}`), {
    kind: 'text',
    id,
    hint: hintOf(drawing, id) ?? drawing.speaker.say(`wizard.switch.${id}Hint`),
    value: shownOn(drawing.filling)[id] ?? '',
    longest,
    isLong: false,
    placeholder: null,
  });

/** Of an agreement its kind; of another partner who they are, which is asked at once as it is the usual case. */
const whatFollows = (drawing: Drawing): Question[] => {
  const { boughtFrom = '', agreement = '' } = shownOn(drawing.filling);
  if (boughtFrom === '' || boughtFrom === 'other_csp') return [text(drawing, 'partner', 200), text(drawing, 'which', 253)];
  const { sayKey } = drawing.speaker;
  const choices = agreements.map((one) => ({ title: sayKey(`value.item.eaKind.${one}`), value: one }));
  return boughtFrom === 'ea'
    ? [question(drawing, sayKey('fact.item.eaKind'), { kind: 'choice', id: 'agreement', choices, value: agreement })]
    : [];
};

/** `ways`: how else one gets to know it. */
export const drawOrigin = (drawing: Drawing, ways: readonly Button[]): Shown => {
  const { filling, speaker } = drawing;
  const choices = originsIn(filling.cloud ?? 'global').map((one) => ({
    title: speaker.sayKey(`value.item.boughtFrom.${one}`),
    value: one,
  }));
  const from = question(drawing, speaker.sayKey('fact.item.boughtFrom'), {
    kind: 'choice',
    id: 'boughtFrom',
    hint: hintOf(drawing, 'boughtFrom'),
    choices,
    value: shownOn(filling).boughtFrom ?? '',
  });
  return questionsPage(drawing, [from, ...whatFollows(drawing)], null, ways);
};
