import type { Question } from '../../cards/screens.ts';
import { roleInWords } from '../../cards/case-wish.ts';
import { longestDays, mayExtendItself } from '../../wizards/request-admin/bundles.ts';
import type { Filling } from '../../wizards/renew/filling.ts';
import { daysNow, rolesNow, rolesToKeep, wayOf, waysOf } from '../../wizards/renew/rights.ts';
import type { How } from '../../wizards/renew/rights.ts';
import { hasRights } from '../../wizards/running.ts';
import type { RunningRights } from '../../wizards/running.ts';
import { filledOn } from '../../wizards/walk.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';
import { runningInWords } from './which.ts';

const ways = { anew: 'wizard.renew.anew', extend: 'wizard.renew.extend' } as const satisfies Record<How, string>;

type Drawn = Drawing<Filling>;

/** Where there is only one way nobody is asked for it. */
const howQuestion = (drawing: Drawn, of: RunningRights): Question[] => {
  const { filling, reading, speaker } = drawing;
  const offered = waysOf(of, reading.house);
  if (offered.length < 2) return [];
  return [
    question(drawing, speaker.say('wizard.renew.how'), {
      kind: 'choice',
      id: 'how',
      choices: offered.map((how) => ({ title: speaker.say(ways[how]), value: how })),
      value: wayOf(of, filledOn(filling, 'rights'), reading.house),
    }),
  ];
};

const rolesQuestion = (drawing: Drawn, of: RunningRights): Question => {
  const { filling, reading, speaker } = drawing;
  return question(drawing, speaker.say('wizard.renew.roles'), {
    kind: 'several',
    id: 'roles',
    hint: speaker.say('wizard.renew.asNow'),
    choices: rolesToKeep(of, reading.house).map((role) => ({ title: roleInWords(role, speaker), value: role })),
    value: filledOn(filling, 'rights').roles ?? rolesNow(of, reading.house).join(','),
  });
};

const daysQuestion = (drawing: Drawn, of: RunningRights): Question => {
  const { filling, reading, speaker } = drawing;
  const { days = '' } = filledOn(filling, 'rights');
  const longest = longestDays(reading.house);
  const typed = /^\d{1,4}$/.test(days.trim()) ? Number(days) : null;
  return question(drawing, speaker.say('wizard.roles.days'), {
    kind: 'number',
    id: 'days',
    hint: speaker.say('wizard.renew.daysHint', { longest, now: of.gdap.durationDays }),
    value: days.trim() === '' ? daysNow(of, reading.house) : typed,
  });
};

const extendQuestion = (drawing: Drawn, of: RunningRights): Question[] => {
  const { filling, reading, speaker } = drawing;
  if (!mayExtendItself(reading.house)) return [];
  const value = (filledOn(filling, 'rights').extend ?? String(of.extendsItself)) === 'true' ? 'true' : 'false';
  const title = speaker.say('wizard.roles.extendToo');
  return [question(drawing, speaker.say('wizard.roles.extend'), { kind: 'toggle', id: 'extend', title, value })];
};

/** As it is now, to be looked at anew. */
export const drawRights = (drawing: Drawn): Shown => {
  const { of } = drawing.filling;
  if (of === null || !hasRights(of)) return questionsPage(drawing, []);
  const questions = [rolesQuestion, daysQuestion].map((asked) => asked(drawing, of));
  return questionsPage(
    drawing,
    [...howQuestion(drawing, of), ...questions, ...extendQuestion(drawing, of)],
    runningInWords(of, drawing.speaker),
  );
};
