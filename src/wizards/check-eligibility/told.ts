import { isWrong } from '../filled.ts';
import type { Read } from '../filled.ts';
import * as telling from '../telling.ts';
import type { Told } from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import { isAnew } from './subscriptions.ts';

/** A check asks for what it asks for: nobody expects anything of it besides. */
export const settled: Told = { 'req.expects': [] };

export const read = (filling: Filling): Read<Told> => telling.read(filling, filledOn(filling, 'told'), settled);

/** What was told before stands, unless all of it is asked for again. */
const before = (filling: Filling): Told => (isAnew(filling) ? {} : (filling.before?.facts ?? {}));

export const toldOn = (filling: Filling): Told => {
  const said = read(filling);
  return { ...before(filling), ...settled, ...(isWrong(said) ? {} : said.answer) };
};

/** What was answered here, to be remembered. */
export const answered = (filling: Filling): Told => {
  const said = read(filling);
  if (isWrong(said)) return {};
  return Object.fromEntries(Object.entries(said.answer).filter(([path]) => !Object.hasOwn(settled, path)));
};
