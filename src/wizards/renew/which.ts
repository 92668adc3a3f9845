import { readAs, says } from '../filled.ts';
import type { Read } from '../filled.ts';
import type { Running } from '../running.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['which'] as const;

export const read = (filling: Filling): Read<Running> => {
  const { which } = filledOn(filling, 'which');
  const one = filling.running.find(({ id }) => id === which);
  return one === undefined ? { problems: { which: says('wizard.problem.choose') } } : readAs({}, one);
};
