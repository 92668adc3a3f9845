import { readAs, says } from '../filled.ts';
import type { Read } from '../filled.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

export const inputs = ['read'] as const;

/** Nobody goes on who has not said that they know what cannot be undone. */
export const read = (filling: Filling): Read<true> =>
  readAs(filledOn(filling, 'consequences').read === 'true' ? {} : { read: says('wizard.end.readFirst') }, true);
