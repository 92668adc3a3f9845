import type { Partner } from '../world.ts';

interface Place {
  readonly culture: string;
  readonly currency: string;
  readonly symbol: string;
}

const norway: Place = { culture: 'nb-NO', currency: 'NOK', symbol: 'kr' };

const places: Readonly<Record<string, Place>> = {
  NO: norway,
  US: { culture: 'en-US', currency: 'USD', symbol: '$' },
  CN: { culture: 'zh-CN', currency: 'CNY', symbol: '¥' },
};

/** How people write and pay where this partner is; most of this world is in Norway. */
export const placeOf = ({ country }: Pick<Partner, 'country'>): Place => places[country] ?? norway;

export const languageOf = (culture: string): string => culture.split('-')[0] ?? culture;
