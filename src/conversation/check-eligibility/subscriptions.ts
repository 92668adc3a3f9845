import { keptLines } from '../../cards/kept-check.ts';
import { shown } from '../../cards/shown.ts';
import type { Question } from '../../cards/screens.ts';
import type { Filling } from '../../wizards/check-eligibility/filling.ts';
import { idOf, thingNames, thingsNamed } from '../../wizards/check-eligibility/things.ts';
import { filledOn } from '../../wizards/walk.ts';
import type { KeptCheck } from '../kept-checks.ts';
import type { Shown } from '../show.ts';
import { frame, next, question } from '../wizards/drawing.ts';
import type { Drawing as AnyDrawing } from '../wizards/journey.ts';
import { toldBy } from '../wizards/told.ts';
import { knownOf, nameOf } from './words.ts';

type Drawing = AnyDrawing<Filling>;
type Names = ReadonlyMap<string, string | null>;

/** What the page shows besides what was looked up with the customer. */
export interface Before {
  readonly kept: KeptCheck | null;
  /** Who has told, by their ids. */
  readonly names: Names;
}

const MOST_ROWS = 12;

const joined = (parts: readonly (string | null)[]): string | null => parts.filter((part) => part !== null).join(' · ') || null;

const heldRows = ({ filling, speaker }: Drawing) =>
  filling.held.map(({ name, facts, soldBy }) => ({
    name: shown(name, 100),
    known: joined([
      soldBy && speaker.say(soldBy === 'us' ? 'check.soldBy.ourselves' : 'check.soldBy.others'),
      knownOf(facts, speaker),
    ]),
  }));

const saidRows = ({ filling, speaker }: Drawing, names: Names) =>
  filling.said.map((one) => ({
    name: nameOf(one, speaker),
    known: joined([knownOf(one.facts, speaker), toldBy({ by: names.get(one.by) ?? null, on: one.on }, speaker)]),
  }));

/** What was told before may be over, or otherwise by now. */
const correcting = (drawing: Drawing): Question[] => {
  const { filling, speaker } = drawing;
  const { drop = '', anew } = filledOn(filling, 'subscriptions');
  const isAnything = filling.said.length > 0 || Object.keys(filling.before?.facts ?? {}).length > 0;
  if (!isAnything) return [];
  const choices = filling.said.slice(0, MOST_ROWS).map((one) => ({ title: nameOf(one, speaker), value: one.id }));
  const gone: Question[] =
    choices.length === 0
      ? []
      : [question(drawing, speaker.say('check.subscriptions.drop'), { kind: 'several', id: 'drop', choices, value: drop })];
  const again = question(drawing, speaker.say('check.subscriptions.anew'), {
    ...{ kind: 'toggle', id: 'anew', title: speaker.say('check.subscriptions.anewTitle') },
    value: anew === 'true' ? 'true' : 'false',
  });
  return [...gone, again];
};

const elsewhere = (drawing: Drawing): Question => {
  const { filling, speaker } = drawing;
  return question(drawing, speaker.say('check.subscriptions.more'), {
    kind: 'several',
    id: 'more',
    choices: thingNames.map((thing) => ({ title: speaker.say(`check.thing.${thing}`), value: idOf(thing) })),
    // What the customer was asked about is what one goes on with.
    value:
      filledOn(filling, 'subscriptions').more ??
      thingsNamed(filling.byCustomer?.askedAbout ?? '')
        .map(idOf)
        .join(','),
  });
};

export const drawSubscriptions = (drawing: Drawing, { kept, names }: Before): Shown => {
  const { filling, speaker } = drawing;
  const rows = [...heldRows(drawing), ...saidRows(drawing, names)];
  const more = rows.length - MOST_ROWS;
  return {
    screen: 'check-eligibility/subscriptions',
    data: {
      ...frame(drawing, [next(drawing)]),
      before: kept === null ? [] : keptLines({ ...kept, who: names.get(kept.by) ?? null }, speaker),
      rows: rows.slice(0, MOST_ROWS),
      more: more > 0 ? speaker.say('check.andMore', { count: more }) : null,
      whole: filling.isWhole ? null : speaker.say('check.notWhole'),
      questions: [elsewhere(drawing), ...correcting(drawing)],
    },
  };
};
