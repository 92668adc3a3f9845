import { roleInWords } from '../../cards/case-wish.ts';
import { dateOf } from '../../cards/shown.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Filling } from '../../wizards/renew/filling.ts';
import { hasRights } from '../../wizards/running.ts';
import type { Running } from '../../wizards/running.ts';
import { filledOn } from '../../wizards/walk.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';

/** A role by its name alone, without what it means. */
export const roleTitle = (role: string, speaker: Speaker): string => roleInWords(role, speaker).split(' – ')[0] ?? role;

/** Enough to tell one from another: the case, its roles, its end. */
export const runningInWords = (running: Running, speaker: Speaker): string => {
  const { say, list } = speaker;
  const roles = hasRights(running) ? list(running.gdap.roles.map((role) => roleTitle(role, speaker))) : '–';
  const { id, endsAt } = running;
  return endsAt === null
    ? say('wizard.running.endless', { id, roles })
    : say('wizard.running.until', { id, roles, day: dateOf(endsAt, speaker) });
};

export const drawWhich = (drawing: Drawing<Filling>): Shown => {
  const { filling, speaker } = drawing;
  return questionsPage(drawing, [
    question(drawing, speaker.say('wizard.renew.which'), {
      kind: 'choice',
      id: 'which',
      choices: filling.running.map((one) => ({ title: runningInWords(one, speaker), value: one.id })),
      value: filledOn(filling, 'which').which ?? '',
    }),
  ]);
};
