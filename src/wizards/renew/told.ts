import type { Read } from '../filled.ts';
import * as telling from '../telling.ts';
import type { Told } from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';

/** Without Azure no group has to be nested. */
export const settled = ({ of }: Filling): Told => (of?.gdap?.purpose === 'azure' ? {} : { 'gdap.azureGroupNested': null });

export const read = (filling: Filling): Read<Told> => telling.read(filling, filledOn(filling, 'told'), settled(filling));
