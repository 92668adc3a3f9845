import { readAs, says, severalIn } from '../filled.ts';
import type { Read } from '../filled.ts';
import { filledOn } from '../walk.ts';
import type { Filling, Wanted } from './filling.ts';

export const inputs = ['items'] as const;

export const mayGo = ({ whyNot }: Wanted): boolean => whyNot.length === 0;

/** Ids may hold anything, commas too: on the card each stands by its place. */
export const keyOf = (place: number): string => `i${String(place)}`;

const chosenIn = (filling: Filling): readonly Wanted[] => {
  const keys = severalIn(filledOn(filling, 'items').items);
  return (filling.offer?.wanted ?? []).filter((one, place) => keys.includes(keyOf(place)) && mayGo(one));
};

/** Nothing leaves us that nobody has named. */
export const read = (filling: Filling): Read<readonly Wanted[]> => {
  const chosen = chosenIn(filling);
  return readAs(chosen.length === 0 ? { items: says('wizard.handOut.chooseItems') } : {}, chosen);
};
