import type { Instant } from '../cases/time.ts';
import { createAgenda } from './agenda.ts';
import { announceTo, sendWith } from './announce.ts';
import type { Deliver } from './announce.ts';
import { createChance, uuidFrom } from './chance.ts';
import { lifelike } from './timing.ts';
import type { Timing, World } from './world.ts';

interface Beginning {
  readonly now: () => Instant;
  /** The same seed makes the same world. */
  readonly seed?: number;
  readonly timing?: Partial<Timing>;
  /** Takes webhooks to their receivers; left out, none is sent. */
  readonly deliver?: Deliver;
  /** Hears of what went wrong in the world's own works. */
  readonly tell?: (sentence: string) => void;
}

/** An empty world: nobody lives there yet, and nothing has happened. */
export const createWorld = ({ now, seed = 1, timing = {}, deliver, tell = console.error }: Beginning): World => {
  const chance = createChance(seed);
  const { fraction } = chance;
  const agenda = createAgenda(now, tell);
  const world: Omit<World, 'announce' | 'send'> = {
    ...agenda,
    chance,
    fraction,
    uuid: () => uuidFrom(fraction),
    partners: new Map(),
    customers: new Map(),
    relationships: new Map(),
    transfers: new Map(),
    audit: [],
    mail: [],
    registrations: new Map(),
    notices: new Set(),
    timing: { ...lifelike, ...timing },
  };
  const send = sendWith(world, deliver ?? (() => undefined));
  return { ...world, send, announce: announceTo(world, send) };
};
