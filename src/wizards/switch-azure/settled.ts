import type { Told } from '../telling.ts';
import type { Filling } from './filling.ts';

const isIndirect = ({ ourselves }: Filling): boolean =>
  ourselves?.type === 'indirect_provider' || ourselves?.type === 'indirect_reseller';

/** What follows from other answers, and is asked of nobody. Nothing is upgraded: what moves, moves as it is, or is made anew. */
export const settled = (filling: Filling): Told => ({
  'req.model': isIndirect(filling) ? 'indirect' : 'direct',
  'req.isUpgrade': false,
  'xfer.sourceEqualsTarget': filling.partner?.isUs ?? false,
  ...(!isIndirect(filling) && { providerResellerSameRegion: null }),
  ...(filling.ourselves?.type !== 'indirect_provider' && { 'xfer.resellerPartnerId': null }),
});
