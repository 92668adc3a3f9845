import type { Procedure } from '../../cases/azure-switch/case.ts';
import type { Button, Question } from '../../cards/screens.ts';
import { plain } from '../../languages/speak.ts';
import { LONGEST_PARAGRAPH } from '../../letters/checks.ts';
import type { FactPath } from '../../policy/index.ts';
import type { Filling } from '../../wizards/switch-azure/filling.ts';
import { asksForEnds, asksForTenant, ownMissing } from '../../wizards/switch-azure/own-page.ts';
import { answeredWith } from '../../wizards/by-customer.ts';
import { shownFirst } from '../../wizards/telling.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { Shown } from '../show.ts';
import { question, questionsPage } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { factQuestion } from '../wizards/told.ts';
import { toldByCustomer, whenAndWhat } from '../wizards/told-by-customer.ts';

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

const WISH: FactPath = 'xfer.customerWrittenRequest';

/** Whether it has asked its present partner in writing, as the customer has told it. */
const wishQuestion = (drawing: Drawing, typed: string | undefined): Question => {
  const { filling, speaker } = drawing;
  const { byCustomer } = filling;
  const told = answeredWith(byCustomer, WISH);
  if (byCustomer === null || told === '') return factQuestion(drawing, WISH, typed ?? shownFirst(filling, WISH));
  const written = byCustomer.told.writtenOn ?? null;
  const hint =
    written === null
      ? toldByCustomer(byCustomer, speaker)
      : speaker.say('wizard.switch.writtenByCustomer', { ...whenAndWhat(byCustomer, speaker), written: speaker.date(written) });
  return factQuestion(drawing, WISH, typed ?? told, hint);
};

const ownQuestion = (drawing: Drawing, procedure: Procedure, path: FactPath): Question => {
  const { filling } = drawing;
  const { [path]: typed } = filledOn(filling, procedure);
  if (path === WISH) return wishQuestion(drawing, typed);
  const given = typed ?? shownFirst(filling, path);
  return path === 'xfer.resellerPartnerId' ? resellerQuestion(drawing, given) : factQuestion(drawing, path, given);
};

/** What only this procedure needs to know. `ways`: how one gets to know what the customer has written. */
export const drawOwn = (drawing: Drawing, procedure: Procedure, ways: readonly Button[]): Shown => {
  const { filling, speaker } = drawing;
  const missing = ownMissing(filling, procedure);
  return questionsPage(
    drawing,
    [
      ...(asksForTenant(filling, procedure) ? [text(drawing, procedure, 'tenant')] : []),
      ...missing.map((path) => ownQuestion(drawing, procedure, path)),
      ...(asksForEnds(procedure) ? [text(drawing, procedure, 'ends')] : []),
    ],
    speaker.sayKey(`wizard.switch.own.${procedure}`),
    missing.includes(WISH) ? ways : [],
  );
};
