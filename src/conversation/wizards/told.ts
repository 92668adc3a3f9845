import type { Choice, Question } from '../../cards/screens.ts';
import { factShapes } from '../../policy/index.ts';
import type { FactPath, FactShape } from '../../policy/index.ts';
import type { Speaker } from '../../languages/speak.ts';
import { askedOf, CUSTOMER, NONE, shownFirst } from '../../wizards/telling.ts';
import type { Telling, Told } from '../../wizards/telling.ts';
import { filledOn } from '../../wizards/walk.ts';
import { question, questionsPage } from './drawing.ts';
import type { Drawing, Filled } from './journey.ts';
import type { Shown } from '../show.ts';

const choicesOf = (path: FactPath, shape: FactShape, { say, sayKey }: Speaker): Choice[] => {
  const none = shape.nullable ? [{ title: say('value.null'), value: NONE }] : [];
  if (shape.kind === 'flag')
    return [{ title: say('value.true'), value: 'true' }, { title: say('value.false'), value: 'false' }, ...none];
  if (shape.kind !== 'choice' && shape.kind !== 'choices') return [];
  return [...shape.options.map((option) => ({ title: sayKey(`value.${path}.${option}`), value: option })), ...none];
};

const hints = {
  'req.expects': 'wizard.told.expects',
  'item.boughtFrom': 'wizard.told.boughtFrom',
  'gdap.azureGroupNested': 'wizard.told.azureGroupNested',
} as const satisfies Partial<Record<FactPath, string>>;

const hasHint = (path: FactPath): path is keyof typeof hints => Object.hasOwn(hints, path);

/** What a question has to do with a request, where it does not say so itself. */
const meantBy = (path: FactPath, { say }: Speaker): string | null => (hasHint(path) ? say(hints[path]) : null);

interface Fact {
  readonly path: FactPath;
  readonly shape: FactShape;
  readonly given: string;
  readonly hint: string | null;
}

const typedIn = (drawing: Drawing, { path, shape, given, hint }: Fact): Question => {
  const { say, sayKey } = drawing.speaker;
  const label = sayKey(`fact.${path}`);
  if (shape.kind !== 'number') {
    const placeholder = shape.nullable ? say('value.null') : null;
    const value = given === NONE ? '' : given;
    return question(drawing, label, { kind: 'text', id: path, hint, value, longest: 200, isLong: false, placeholder });
  }
  return question(drawing, label, {
    kind: 'number',
    id: path,
    hint: hint ?? (shape.nullable ? say('wizard.told.emptyIsNone') : null),
    value: /^\d{1,6}$/.test(given) ? Number(given) : null,
  });
};

/** In the rulebook’s own words, as the page on the web asks it. `given`: what stands in it as it is shown. */
export const factQuestion = (drawing: Drawing, path: FactPath, given: string, hint: string | null = null): Question => {
  const { speaker } = drawing;
  const shape = factShapes.get(path) ?? { kind: 'text', nullable: false };
  const choices = choicesOf(path, shape, speaker);
  if (choices.length === 0) return typedIn(drawing, { path, shape, given, hint });
  const kind = shape.kind === 'choices' ? 'several' : 'choice';
  return question(drawing, speaker.sayKey(`fact.${path}`), { kind, id: path, hint, choices, value: given });
};

/** Who told it before: the name, as far as they are still known. */
export const toldBy = ({ by, on }: { readonly by: string | null; readonly on: string }, { say, date }: Speaker): string =>
  by === CUSTOMER
    ? say('wizard.told.byCustomer', { day: date(on) })
    : say('wizard.told.before', { who: by ?? say('wizard.told.somebody'), day: date(on) });

/** `who`: the name of whoever told it before; `settled` follows from other answers. */
export const drawTold = (drawing: Drawing<Filled & Telling>, who: string | null, settled: Told): Shown => {
  const { filling, speaker } = drawing;
  const { before } = filling;
  const hintOf = (path: FactPath): string | null =>
    before === null || !Object.hasOwn(before.facts, path) ? meantBy(path, speaker) : toldBy({ by: who, on: before.on }, speaker);
  const given = (path: FactPath): string => filledOn(filling, 'told')[path] ?? shownFirst(filling, path);
  return questionsPage(
    drawing,
    askedOf(filling, settled).map((path) => factQuestion(drawing, path, given(path), hintOf(path))),
    speaker.say('wizard.told.lead'),
  );
};
