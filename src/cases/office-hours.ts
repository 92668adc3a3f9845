import { createWaking, weekdays } from './nights.ts';
import type { Quiet } from './nights.ts';
import { earliest, later } from './time.ts';
import type { Instant } from './time.ts';

/** When people somewhere may be disturbed, and for how many of the zones of their country that clock stands. */
interface Clock {
  readonly waking: (at: Instant) => Instant;
  readonly zones: number;
}

const night: Quiet['night'] = { from: 18 * 60, to: 8 * 60 };

/** The next time that a zone wakes, after an instant at which it may be awake. */
const morningAfter = ({ waking }: Pick<Clock, 'waking'>, at: Instant): Instant => {
  const next = waking(at);
  return next > at ? next : waking(later(at, { hours: 12 }));
};

/** What Node 24 answers by functions, Node 22 has as properties. */
interface Place {
  readonly getTimeZones?: () => readonly string[] | undefined;
  readonly timeZones?: readonly string[];
  readonly getWeekInfo?: () => { readonly weekend: readonly number[] };
  readonly weekInfo?: { readonly weekend: readonly number[] };
}

const placeIn = (country: string): Place => new Intl.Locale(`und-${country}`);

/** Of a country that nobody knows: five days by the clock of nowhere. */
const zonesOf = (country: string | null): readonly string[] => {
  const place = country === null ? {} : placeIn(country);
  const zones = place.getTimeZones?.() ?? place.timeZones ?? [];
  return zones.length === 0 ? ['UTC'] : zones;
};

const workdaysOf = (country: string | null): Quiet['days'] => {
  const place = placeIn(country ?? '001');
  const weekend = (place.getWeekInfo?.() ?? place.weekInfo)?.weekend ?? [];
  return weekdays.filter((_, index) => !weekend.includes(index + 1));
};

/** Clocks that show the same in winter and in summer are read once. */
const clocksIn = (country: string | null, year: string): readonly Clock[] => {
  const days = workdaysOf(country);
  const seasons = [`${year}-01-15T00:00:00.000Z`, `${year}-07-15T00:00:00.000Z`] as Instant[];
  const alike = Map.groupBy(
    zonesOf(country).map((timeZone) => createWaking({ timeZone, night, days })),
    (waking) => seasons.map((at) => morningAfter({ waking }, at)).join(),
  );
  return [...alike.values()].flatMap(([waking, ...others]) => (waking ? [{ waking, zones: others.length + 1 }] : []));
};

/** To ask where the clocks of a country are takes a while, and many customers live in the same one. */
const clocks = new Map<string, readonly Clock[]>();

const clocksOf = (country: string | null, at: Instant): readonly Clock[] => {
  const year = at.slice(0, 4);
  const key = `${country ?? ''} ${year}`;
  const known = clocks.get(key) ?? clocksIn(country, year);
  clocks.set(key, known);
  return known;
};

/** The moments at which somebody wakes, in their order: of each clock two, so that one whole working day is among them. */
function* mornings(all: readonly Clock[], at: Instant): Generator<Instant> {
  const next = all.map((clock) => morningAfter(clock, at));
  for (let turn = 0; turn < 2 * all.length; turn++) {
    const first = earliest(next);
    if (first === null) return;
    yield first;
    for (const [index, clock] of all.entries()) if (next[index] === first) next[index] = morningAfter(clock, first);
  }
}

const zonesAwake = (all: readonly Clock[], at: Instant): number =>
  all.reduce((sum, { waking, zones }) => sum + (waking(at) === at ? zones : 0), 0);

const found = (all: readonly Clock[], at: Instant): Instant => {
  const every = all.reduce((sum, { zones }) => sum + zones, 0);
  let best = { at, awake: zonesAwake(all, at) };
  if (best.awake === every) return at;
  for (const morning of mornings(all, at)) {
    const awake = zonesAwake(all, morning);
    if (awake > best.awake) best = { at: morning, awake };
    if (awake === every) break;
  }
  return best.at;
};

const MOST_ANSWERS = 1000;

/** As long as a case stands as it does, the same is asked whenever anything happens to it. */
const answers = new Map<string, Instant>();

/**
 * The first moment from then on that is neither night nor weekend where the customer is. Where the country has several clocks:
 * at which that is so by as many of them as can be.
 */
export const workingTime = (country: string | null, at: Instant): Instant => {
  const key = `${country ?? ''} ${at}`;
  const known = answers.get(key) ?? found(clocksOf(country, at), at);
  if (answers.size >= MOST_ANSWERS) answers.clear();
  answers.set(key, known);
  return known;
};
