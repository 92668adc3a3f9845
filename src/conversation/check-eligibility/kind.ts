import type { Question } from '../../cards/screens.ts';
import type { Filling } from '../../wizards/check-eligibility/filling.ts';
import { choicesFor, questionsFor, saidBefore, shownIn } from '../../wizards/check-eligibility/kind-page.ts';
import type { Asked } from '../../wizards/check-eligibility/kind-page.ts';
import type { Kind } from '../../wizards/check-eligibility/things.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { toldBy } from '../wizards/told.ts';

type Drawing = AnyDrawing<Filling>;

const hintOf = (path: Asked, kind: Kind, { say }: Drawing['speaker']): string | null => {
  switch (path) {
    case 'item.eaKind':
      return say('check.hint.agreement');
    case 'item.generation':
      return say(kind === 'usage' ? 'check.hint.azure' : 'check.hint.licence');
    case 'item.daysSinceTermStart':
      return say('check.hint.since');
    default:
      return null;
  }
};

/** Questions of which only one may be answered by a day as well as by a number. */
const questionOf = (drawing: Drawing, kind: Kind, path: Asked): Question => {
  const { filling, reading, speaker } = drawing;
  const label = speaker.sayKey(path === 'item.daysSinceTermStart' ? 'check.question.since' : `fact.${path}`);
  const hint = hintOf(path, kind, speaker);
  const value = shownIn(filling, kind, path, reading.today);
  const choices = choicesFor(path, kind, filling.cloud ?? 'global');
  return choices.length === 0
    ? question(drawing, label, { kind: 'text', id: path, hint, value, longest: 10, isLong: false, placeholder: null })
    : question(drawing, label, {
        kind: 'choice',
        id: path,
        hint,
        choices: choices.map((one) => ({ title: speaker.sayKey(`value.${path}.${one}`), value: one })),
        value,
      });
};

/** What has to be known of one kind of thing. `nameOf`: of whoever has told it before. */
export const drawKind = async (drawing: Drawing, kind: Kind, nameOf: (id: string) => Promise<string | null>): Promise<Shown> => {
  const { filling, reading, speaker } = drawing;
  const said = saidBefore(filling, kind, reading.today);
  const lead = speaker.say('check.lead');
  return questionsPage(
    drawing,
    questionsFor(filling, kind, reading.today).map((path) => questionOf(drawing, kind, path)),
    said === null ? lead : `${lead} ${toldBy({ by: await nameOf(said.by), on: said.on }, speaker)}`,
  );
};
