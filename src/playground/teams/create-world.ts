import type { Instant } from '../../cases/time.ts';
import type { Patience } from './deliver.ts';
import type { Happening } from './transcript.ts';
import { moveIn } from './moving-in.ts';
import type { Newcomer } from './moving-in.ts';
import type { Person, World } from './world.ts';

export interface TeamsWanted {
  /** Where the bot lives. */
  readonly tenant: string;
  /** `id` is the id of its application, `secret` what it proves itself with. */
  readonly bot: { readonly id: string; readonly name: string; readonly secret?: string };
  /** Of the Teams app in the tenant's catalogue. */
  readonly appId?: string;
  readonly people: readonly Newcomer[];
  readonly now: () => Instant;
  /** Where the bot listens for activities; null: nowhere yet. */
  readonly endpoint?: () => string | null;
  /** What a token for the chats has to be made for; left out: whatever it was made for. */
  readonly audience?: string;
  /** Who signs what Teams sends. */
  readonly issuer?: string;
  /** A part of the service's address. */
  readonly region?: string;
  readonly patience?: Partial<Patience>;
  /** Whether Teams counts what the bot sends. */
  readonly hasLimits?: boolean;
  /** For whom Graph may install the app. */
  readonly mayInstall?: (person: Person) => boolean;
  /** Tokens that somebody else has made for the bot, and that are good here too. */
  readonly recognise?: (bearer: string, audience: 'bot' | 'graph') => boolean;
  readonly tell?: (sentence: string) => void;
  /** Hears of everything that people do or see. */
  readonly hear?: (happening: Happening) => void;
}

/** The tenant with its people, before anybody has said a word. */
export const createWorld = (wanted: TeamsWanted, base: () => string, note: World['note']): World => {
  const { tenant, bot, appId = bot.id, now, region, mayInstall } = wanted;
  const people = new Map(wanted.people.map((one) => [one.id, moveIn(one, tenant)]));
  const ids = { last: 0 };
  return {
    ...{ tenant, appId, now, note, people, bot: { id: bot.id, name: bot.name }, chats: new Map() },
    installed: new Set(wanted.people.filter(({ hasApp = true }) => hasApp).map(({ id }) => id)),
    mayInstall: mayInstall ?? ((person) => person.tenant === tenant && !person.isGuest),
    serviceUrl: () => `${base()}/teams/${region === undefined ? '' : `${region}/`}`,
    nextId: () => {
      ids.last = Math.max(ids.last + 1, Date.parse(now()));
      return String(ids.last);
    },
    ids,
  };
};
