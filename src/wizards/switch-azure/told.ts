import type { FactPath } from '../../policy/index.ts';
import { isWrong } from '../filled.ts';
import type { Filled, Read } from '../filled.ts';
import * as telling from '../telling.ts';
import type { Told } from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import { sharedMissing } from './own-page.ts';
import { procedureOf } from './procedure.ts';

/** What has to be told whichever way it goes. */
export const missingOn = (filling: Filling): readonly FactPath[] => {
  const procedure = procedureOf(filling);
  return procedure === null ? [] : sharedMissing(filling, procedure);
};

export const read = (filling: Filling): Read<Told> =>
  telling.read({ missing: missingOn(filling), before: filling.before }, filledOn(filling, 'told'), {});

/** All of it was told before: nobody is asked again, and the last page says who has told it. */
export const toldBefore = (filling: Filling): Filled | null => {
  const { before } = filling;
  const missing = missingOn(filling);
  if (before === null || !missing.every((path) => Object.hasOwn(before.facts, path))) return null;
  const filled = Object.fromEntries(missing.map((path) => [path, telling.shownFirst(filling, path)]));
  return isWrong(telling.read({ missing, before }, filled, {})) ? null : filled;
};
