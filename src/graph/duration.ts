/** Durations stay the texts they are; days are read out of `P730D` alone, as a year or a month has no number of days. */
export const durationOf = (days: number): string => `P${days}D`;

export const daysOf = (duration: string): number | null => {
  const days = /^P(\d{1,4})D$/.exec(duration)?.[1];
  return days === undefined ? null : Number(days);
};

/** It goes on for another 180 days each time it ends, or it does not. */
export const AUTO_EXTENDED = 'P180D';
export const NOT_EXTENDED = 'PT0S';
