import type { Asked, Reply } from '../exchange.ts';
import type { Parameters } from '../routing.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';
import type { Voice } from './voice.ts';

/** Somebody who looks at a page, and in which language. */
export interface Visit {
  readonly world: World;
  readonly asked: Asked;
  readonly parameters: Parameters;
  readonly voice: Voice;
  readonly desk: Desk;
  /** Whose pages may show this one inside of theirs, as a content security policy names them. */
  readonly framedBy: string;
}

export type Page = (visit: Visit) => Reply;

/** An address of ours; a language that was chosen stays chosen. */
export const address = ({ asked }: Visit, path: string, query: Readonly<Record<string, string>> = {}): string => {
  const chosen = asked.query.get('lang');
  const all = new URLSearchParams({ ...query, ...(chosen !== null && { lang: chosen }) }).toString();
  return all === '' ? path : `${path}?${all}`;
};

export const leadTo = (where: string): Reply => ({ status: 303, headers: { Location: where, 'Cache-Control': 'no-store' } });
