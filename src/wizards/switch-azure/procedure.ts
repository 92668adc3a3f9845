import type { Procedure } from '../../cases/azure-switch/case.ts';
import { readAs, says } from '../filled.ts';
import type { Read } from '../filled.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['procedure'] as const;

/** The only one that is left, or the one that was chosen among them. */
export const procedureOf = (filling: Filling): Procedure | null => {
  const [only, ...others] = filling.ways;
  if (others.length === 0) return only ?? null;
  return filling.ways.find((one) => one === filledOn(filling, 'procedure').procedure) ?? null;
};

export const read = (filling: Filling): Read<Procedure> => {
  const procedure = procedureOf(filling);
  return procedure === null ? { problems: { procedure: says('wizard.problem.choose') } } : readAs({}, procedure);
};
