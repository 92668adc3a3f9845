import type { Cloud } from '../policy/index.ts';

/** The services of a cloud, and the machine's own. */
export type Face = 'sign-in' | 'partner-center' | 'graph' | 'azure' | 'machine-identity';

/**
 * What goes wrong on the way. Nothing has happened after `throttled`, `status` and `lost-before`; after everything else
 * it has, whatever the caller gets to see of it.
 */
export type Fault =
  | { readonly kind: 'throttled'; readonly retryAfter: string }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504; readonly as: 'error' | 'page' | 'nothing' }
  | { readonly kind: 'lost-before' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'cut-after' | 'cut-in-body' }
  | {
      readonly kind: 'garbage' | 'bom' | 'page' | 'number-codes' | 'mixed-case-keys' | 'links-with-version' | 'wrong-content-type';
    };

interface Place {
  readonly surface: Face;
  readonly cloud: Cloud | null;
  readonly method: string;
  /** Below the surface's prefix, without the query. */
  readonly path: string;
}

/** The next so many requests there go wrong. */
export interface Injection {
  readonly surface: Face;
  readonly cloud?: Cloud | undefined;
  readonly method?: string | undefined;
  readonly path: RegExp;
  readonly times: number;
  readonly fault: Fault;
}

interface Injected extends Injection {
  hit: number;
}

export interface Faults {
  readonly add: (injection: Injection) => void;
  readonly clear: () => void;
  /** What goes wrong with this request; null: nothing. */
  readonly take: (place: Place) => Fault | null;
  /** What was asked for, and how often it has been hit. */
  readonly all: () => readonly Readonly<Injected>[];
}

const isAt = ({ surface, cloud, method, path, times, hit }: Injected, place: Place): boolean =>
  hit < times &&
  surface === place.surface &&
  (cloud === undefined || cloud === place.cloud) &&
  (method === undefined || method === place.method) &&
  path.test(place.path);

/** Breaks requests on purpose. */
export const createFaults = (): Faults => {
  const injections: Injected[] = [];
  return {
    add: (injection) => {
      injections.push({ ...injection, hit: 0 });
    },
    clear: () => {
      injections.length = 0;
    },
    take: (place) => {
      const injected = injections.find((one) => isAt(one, place));
      if (injected === undefined) return null;
      injected.hit += 1;
      return injected.fault;
    },
    all: () => injections,
  };
};
