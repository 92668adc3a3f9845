import type { Person } from '../cases/people.ts';
import { dayOf } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import { plain } from '../languages/speak.ts';
import type { Speaker } from '../languages/speak.ts';
import type { DayText, Says, Value } from '../policy/index.ts';

/** Text from outside as it may stand on a card: never empty, never endless. */
export const shown = (text: string, longest = 500): string => {
  const bare = plain(text);
  if (bare === '') return '–';
  // Half of a letter that takes two places would be shown as a box.
  return bare.length <= longest ? bare : `${bare.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** Of somebody who was erased nobody knows the name. */
export const nameOf = ({ name }: Pick<Person, 'name'>, { say }: Speaker): string =>
  plain(name) === '' ? say('case.somebody') : shown(name, 200);

/** The day of an instant, as a value of a sentence. */
export const day = (at: Instant): Value => ({ day: dayOf(at) as DayText });

export const dateOf = (at: Instant, { date }: Speaker): string => date(dayOf(at));

/** A sentence as a case or an answer names it; something else where nobody says it any more, or not with these values. */
export const saidOr = (
  { sayKey }: Speaker,
  { key, values }: { readonly key: string; readonly values: Readonly<Record<string, unknown>> },
  otherwise: () => string,
): string => {
  try {
    return sayKey(key, values as Says['values']);
  } catch {
    return otherwise();
  }
};
