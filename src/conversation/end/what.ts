import type { Speaker } from '../../languages/speak.ts';
import type { Filling } from '../../wizards/end/filling.ts';
import { keyOf, targetsOf } from '../../wizards/end/what.ts';
import type { Target } from '../../wizards/end/what.ts';
import { filledOn } from '../../wizards/walk.ts';
import { runningInWords } from '../renew/which.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';

export const whatInWords = ({ what }: Pick<Target, 'what'>, { say }: Speaker): string => say(`value.end.what.${what}`);

const targetInWords = (target: Target, speaker: Speaker): string => {
  const { of, what } = target;
  const title = whatInWords(target, speaker);
  if (of === null) return speaker.say('wizard.choice', { title, means: speaker.say('wizard.end.before') });
  return speaker.say('wizard.choice', { title, means: what === 'admin_roles' ? runningInWords(of, speaker) : of.id });
};

export const drawWhat = (drawing: Drawing<Filling>): Shown => {
  const { filling, speaker } = drawing;
  return questionsPage(drawing, [
    question(drawing, speaker.say('wizard.end.what'), {
      kind: 'choice',
      id: 'what',
      choices: targetsOf(filling).map((target) => ({ title: targetInWords(target, speaker), value: keyOf(target) })),
      value: filledOn(filling, 'what').what ?? '',
    }),
  ]);
};
