import type { Chance } from '../storm/chance.ts';
import type { TokenName } from './house.ts';
import type { Button, Scene } from './scene.ts';
import type { StaffName } from './staff.ts';
import type { Words } from './words.ts';

/** What somebody sends, whoever they may be. */
export interface Attack {
  readonly kind: string;
  readonly body: string | Uint8Array;
  readonly token: TokenName;
}

/** What an attacker has at hand. */
export interface Means {
  readonly chance: Chance;
  readonly words: Words;
  readonly scene: Scene;
  readonly anybody: () => StaffName;
  readonly anyButton: () => Button;
  readonly anyCase: () => string;
  /** Another one every time. */
  readonly nextId: () => string;
  /** What was sent before. */
  readonly earlier: readonly Attack[];
}

export type Attacking = (means: Means) => Omit<Attack, 'kind' | 'token'> & { readonly token?: TokenName };

export const written = (activity: unknown): { readonly body: string } => ({ body: JSON.stringify(activity) });
