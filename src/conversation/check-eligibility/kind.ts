import type { Button, Question } from '../../cards/screens.ts';
import type { Filling } from '../../wizards/check-eligibility/filling.ts';
import { choicesFor, questionsFor, saidBefore, saidByCustomer, shownIn } from '../../wizards/check-eligibility/kind-page.ts';
import type { Asked } from '../../wizards/check-eligibility/kind-page.ts';
import type { Kind } from '../../wizards/check-eligibility/things.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { toldBy } from '../wizards/told.ts';
import { whenAndWhat } from '../wizards/told-by-customer.ts';

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

type NameOf = (id: string) => Promise<string | null>;

/** Who has told before what stands in the questions, where anybody has. */
const sourcesOf = async ({ filling, reading, speaker }: Drawing, kind: Kind, nameOf: NameOf): Promise<string[]> => {
  const said = saidBefore(filling, kind, reading.today);
  const byCustomer = saidByCustomer(filling, kind, reading.today);
  return [
    ...(said === null ? [] : [toldBy({ by: await nameOf(said.by), on: said.on }, speaker)]),
    ...(byCustomer === null ? [] : [speaker.say('check.byCustomer', whenAndWhat(byCustomer, speaker))]),
  ];
};

/** What has to be known of one kind of thing. `nameOf`: of whoever has told it before; `ways`: how else one gets to know it. */
export const drawKind = async (drawing: Drawing, kind: Kind, nameOf: NameOf, ways: readonly Button[]): Promise<Shown> => {
  const { filling, reading, speaker } = drawing;
  return questionsPage(
    drawing,
    questionsFor(filling, kind, reading.today).map((path) => questionOf(drawing, kind, path)),
    [speaker.say('check.lead'), ...(await sourcesOf(drawing, kind, nameOf))].join(' '),
    ways,
  );
};
