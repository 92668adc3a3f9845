import type { Fact } from '../../cards/screens.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { FactPath } from '../../policy/index.ts';
import type { FactSource, FactValues } from '../../ports.ts';
import { isWrong } from '../../wizards/filled.ts';
import type { Filling } from '../../wizards/end/filling.ts';
import { requestOf } from '../../wizards/end/review.ts';
import * as what from '../../wizards/end/what.ts';
import type { Target } from '../../wizards/end/what.ts';
import { filledOn } from '../../wizards/walk.ts';
import { frame, next, question } from '../wizards/drawing.ts';
import type { Drawing } from '../wizards/journey.ts';
import type { Shown } from '../show.ts';
import { whatInWords } from './what.ts';

/** What stands in the way of an end, or outlives it, as far as services count it. */
const counted = [
  ['end.activeSubscriptions', 'wizard.end.subscriptions'],
  ['end.reservations', 'wizard.end.reservations'],
  ['end.software', 'wizard.end.software'],
  ['end.nceOutsideWindow', 'wizard.end.nce'],
] as const satisfies readonly (readonly [FactPath, string])[];

const lost = {
  admin_roles: ['wizard.end.undone.roles', 'wizard.end.undone.access', 'wizard.end.undone.azure', 'wizard.end.stays.tie'],
  reseller_relationship: ['wizard.end.undone.tie', 'wizard.end.undone.sales', 'wizard.end.undone.azure'],
} as const satisfies Record<Target['what'], readonly string[]>;

const countsIn = (found: FactValues, { say }: Speaker): Fact[] =>
  counted.map(([path, name]) => {
    const value = found[path];
    return { name: say(name), value: typeof value === 'number' ? String(value) : say('wizard.end.unknown') };
  });

/** Whatever a service does not tell is asked of people on the next page. */
const standing = async (drawing: Drawing<Filling>, source: FactSource): Promise<Fact[]> => {
  const request = requestOf(drawing.filling);
  if (request === null) return [];
  const { cloud, customer } = request;
  const read = await source.read(
    counted.map(([path]) => path),
    { cloud, customer, item: null, caseId: null },
  );
  return countsIn('unreachable' in read ? {} : read, drawing.speaker);
};

/** What cannot be undone is said before anything else is asked. */
export const drawConsequences = async (drawing: Drawing<Filling>, source: FactSource): Promise<Shown> => {
  const { filling, speaker } = drawing;
  const { say } = speaker;
  const target = what.read(filling);
  const lines = isWrong(target) ? [] : lost[target.answer.what];
  return {
    screen: 'end/consequences',
    data: {
      ...frame(drawing, [next(drawing)]),
      lead: isWrong(target) ? say('wizard.end.undone.title') : whatInWords(target.answer, speaker),
      warning: say('wizard.end.undone.title'),
      undone: lines.map((key) => say(key)),
      facts: await standing(drawing, source),
      questions: [
        question(drawing, say('wizard.end.read'), {
          kind: 'toggle',
          id: 'read',
          title: say('wizard.end.haveRead'),
          value: filledOn(filling, 'consequences').read === 'true' ? 'true' : 'false',
        }),
      ],
    },
  };
};
