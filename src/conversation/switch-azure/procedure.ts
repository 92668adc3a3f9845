import type { Filling } from '../../wizards/switch-azure/filling.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';

/** Which way, where the policy leaves more than one. */
export const drawProcedure = (drawing: Drawing<Filling>): Shown => {
  const { filling, speaker } = drawing;
  return questionsPage(drawing, [
    question(drawing, speaker.say('wizard.switch.procedure'), {
      kind: 'choice',
      id: 'procedure',
      choices: filling.ways.map((way) => ({ title: speaker.say(`procedure.${way}`), value: way })),
      value: filledOn(filling, 'procedure').procedure ?? '',
    }),
  ]);
};
