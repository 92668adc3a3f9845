import type { Read } from '../filled.ts';
import * as telling from '../telling.ts';
import type { Told } from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import { isForAzure } from './roles.ts';

/** What follows from other answers is nobody asked again: without Azure no group has to be nested, and whoever sells directly has nobody beside them. */
export const settled = (filling: Filling): Told => ({
  ...(!isForAzure(filledOn(filling, 'roles')) && { 'gdap.azureGroupNested': null }),
  ...(filling.ourselves?.type === 'direct_bill' && { providerResellerSameRegion: null }),
});

export const read = (filling: Filling): Read<Told> => telling.read(filling, filledOn(filling, 'told'), settled(filling));
