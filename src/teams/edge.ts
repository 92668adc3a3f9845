import type { BotHosts } from '../clouds/profiles.ts';
import type { Door } from '../http/server.ts';
import type { Courier } from '../ports.ts';
import { TeamsAdapter } from './adapter.ts';
import { createAdmission } from './admission.ts';
import type { AdmissionOptions } from './admission.ts';
import { createCourier } from './courier.ts';
import type { CourierOptions } from './courier.ts';
import { teamsDoor } from './door.ts';
import { createTurns } from './turns.ts';
import type { TurnOptions } from './turns.ts';

type Usual = 'isOpen' | 'patienceMs' | 'courier';

export interface EdgeMeans extends CourierOptions, Omit<AdmissionOptions, Usual>, Omit<TurnOptions, Usual> {
  readonly hosts: BotHosts;
  readonly app: { readonly id: string };
  /** For development on one machine: nobody is asked for a token, and nobody else is answered. */
  readonly isOpen?: boolean;
  readonly patienceMs?: number;
}

interface Edge {
  readonly door: Door;
  readonly courier: Courier;
  /** Once everything that was asked for has been answered and delivered. */
  readonly settled: () => Promise<void>;
}

/** An invoke has to be answered in 3 seconds. */
const PATIENCE_MS = 2500;

/** The bot as Teams meets it: where it calls, and what brings messages there. */
export const createTeamsEdge = ({ isOpen = false, patienceMs = PATIENCE_MS, ...means }: EdgeMeans): Edge => {
  if (!isOpen && means.app.id === '') throw new Error('The bot has no application id: nobody could be told from anybody else.');
  const courier = createCourier(means);
  const turns = createTurns({ ...means, courier, patienceMs });
  const admit = createAdmission({ ...means, isOpen });
  const door = teamsDoor({ ...means, adapter: new TeamsAdapter(means), admit, turns });
  return { door, courier, settled: turns.settled };
};
