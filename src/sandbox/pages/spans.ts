import type { Timing } from '../world.ts';
import type { Voice } from './voice.ts';

/** How long a step takes at most, in words. */
export const within = ({ amount }: Voice, [, most]: Timing[keyof Timing]): string =>
  most < 120 ? amount(Math.max(1, Math.ceil(most)), 'second') : amount(Math.ceil(most / 60), 'minute');

const units = ['year', 'month', 'day'] as const;

/** A duration such as P730D in words. */
export const lasting = ({ amount, list }: Voice, duration: string): string => {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration);
  if (found === null) return duration;
  const parts = found
    .slice(1)
    .map((part: string | undefined, place) => ({ count: Number(part ?? 0), unit: units[place] ?? 'day' }));
  return list(parts.filter(({ count }) => count > 0).map(({ count, unit }) => amount(count, unit)));
};
