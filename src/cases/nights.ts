import { instant, later } from './time.ts';
import type { Instant } from './time.ts';

/** In the order in which a formatter’s short English names stand for them. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof weekdays)[number];

const MINUTE = 60_000;
const DAY = 24 * 60;
/** More turns than a week of nights and days off has. */
const TURNS = 32;

/** When somebody is not to be disturbed, by the clock on their wall. */
export interface Quiet {
  readonly timeZone: string;
  /** In minutes since midnight; it may last over midnight. */
  readonly night: { readonly from: number; readonly to: number } | null;
  readonly days: readonly Weekday[];
}

interface WallTime {
  readonly day: Weekday;
  readonly minutes: number;
}

type Wall = (at: Instant) => WallTime;

const createWall = (timeZone: string): Wall => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
    return {
      day: (parts.get('weekday') ?? '').toLowerCase() as Weekday,
      minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    };
  };
};

/** One for everybody of a zone: a formatter is a costly thing. */
const walls = new Map<string, Wall>();

const wallOf = (timeZone: string): Wall => {
  const wall = walls.get(timeZone) ?? createWall(timeZone);
  walls.set(timeZone, wall);
  return wall;
};

/** How long it stays quiet as far as the wall shows; 0 when it is not. */
const minutesLeft = ({ night, days }: Quiet, { day, minutes }: WallTime): number => {
  if (!days.includes(day)) return DAY - minutes;
  if (night === null) return 0;
  const since = (minutes - night.from + DAY) % DAY;
  const length = (night.to - night.from + DAY) % DAY;
  return Math.max(0, length - since);
};

/** Says when somebody may be disturbed: now, or at the end of their night, also where a clock is put forward or back in it. */
export const createWaking = (quiet: Quiet): ((now: Instant) => Instant) => {
  const wall = wallOf(quiet.timeZone);
  const left = (at: Instant): number => minutesLeft(quiet, wall(at));

  /** The first minute that is not quiet, between one that is and one that is not. */
  const endBetween = (asleep: Instant, awake: Instant): Instant => {
    let [low, high] = [Date.parse(asleep) / MINUTE, Date.parse(awake) / MINUTE];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (left(instant(middle * MINUTE)) > 0) low = middle;
      else high = middle;
    }
    return instant(high * MINUTE);
  };

  return (now) => {
    if (left(now) === 0) return now;
    let asleep = instant(Math.floor(Date.parse(now) / MINUTE) * MINUTE);
    for (let turn = 0; turn < TURNS; turn++) {
      const next = later(asleep, { minutes: left(asleep) });
      // A clock that was put forward meanwhile shows more than it should.
      if (left(next) === 0) return endBetween(asleep, next);
      asleep = next;
    }
    return asleep;
  };
};
