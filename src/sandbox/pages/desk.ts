import { randomUUID } from 'node:crypto';
import type { Voice } from './voice.ts';

/** What came of what somebody did, told on the page to which they are led. */
export interface Notice {
  readonly tone: 'done' | 'refused';
  readonly says: (voice: Voice) => readonly string[];
}

/** Hands out names that nobody can guess; each is good at one place, and the oldest are forgotten. */
const createSlips = <T>(most: number) => {
  const slips = new Map<string, { readonly place: string; readonly thing: T }>();
  const find = (place: string, name: string): T | null => {
    const slip = slips.get(name);
    return slip?.place === place ? slip.thing : null;
  };
  return {
    give: (place: string, thing: T): string => {
      const name = randomUUID();
      slips.set(name, { place, thing });
      const [oldest = ''] = slips.keys();
      if (slips.size > most) slips.delete(oldest);
      return name;
    },
    look: find,
    take: (place: string, name: string): T | null => {
      const thing = find(place, name);
      if (thing !== null) slips.delete(name);
      return thing;
    },
  };
};

export interface Desk {
  /** A token that goes into a form, for the address to which it is sent. */
  readonly tokenFor: (path: string) => string;
  /** Whether the form is one of ours, and is sent for the first time. */
  readonly redeem: (path: string, token: string) => boolean;
  /** Leaves word for whoever comes to that address next. */
  readonly leave: (path: string, notice: Notice) => string;
  readonly noticeAt: (path: string, name: string) => Notice | null;
}

const MOST_TOKENS = 20_000;
const MOST_NOTICES = 500;

export const createDesk = (): Desk => {
  const tokens = createSlips<true>(MOST_TOKENS);
  const notices = createSlips<Notice>(MOST_NOTICES);
  return {
    tokenFor: (path) => tokens.give(path, true),
    redeem: (path, token) => tokens.take(path, token) !== null,
    leave: notices.give,
    noticeAt: notices.look,
  };
};
