import type { Face } from '../faults.ts';
import type { Asked, Claims } from '../exchange.ts';
import type { World } from '../world.ts';

interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/** How much of what one tenant may ask; null: as much as it likes. */
export interface Limits {
  /** Customers, and everything below them, in Partner Center. */
  readonly customers: Limit | null;
  readonly graphWrites: Limit | null;
}

export const usualLimits: Limits = { customers: { most: 500, seconds: 60 }, graphWrites: null };

interface Window {
  readonly endsAt: number;
  count: number;
}

const limitFor = ({ customers, graphWrites }: Limits, surface: Face, { method, path }: Asked): Limit | null => {
  if (surface === 'partner-center' && /^\/v1\/customers(\/|$)/i.test(path)) return customers;
  return surface === 'graph' && !['GET', 'HEAD'].includes(method) ? graphWrites : null;
};

/** Counts what a tenant asks, and says for how many seconds it has asked enough; null: it may go on. */
export const createThrottle = (world: World, limits: Limits) => {
  const windows = new Map<string, Window>();

  const windowFor = (key: string, limit: Limit): Window => {
    const now = Date.parse(world.now());
    const known = windows.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    const fresh = { endsAt: now + limit.seconds * 1000, count: 0 };
    windows.set(key, fresh);
    return fresh;
  };

  return (surface: Face, asked: Asked, claims: Claims | null): number | null => {
    const limit = limitFor(limits, surface, asked);
    if (limit === null || claims === null) return null;
    const window = windowFor(`${surface} ${claims.tenant}`, limit);
    window.count += 1;
    if (window.count <= limit.most) return null;
    return Math.max(1, Math.ceil((window.endsAt - Date.parse(world.now())) / 1000));
  };
};
