/** What the bot asks for. */
export type Asking = 'create' | 'post' | 'update' | 'delete' | 'members' | 'token' | 'keys' | 'install';

export interface Fault {
  readonly what: Asking;
  /** `timeout`: nothing is done and no answer comes; `lost answer`: it is done, and the line is cut. */
  readonly status: 403 | 404 | 412 | 413 | 429 | 500 | 502 | 503 | 504 | 'timeout' | 'lost answer';
  readonly times?: number;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly subCode?: 'MessageWritesBlocked';
}

export interface Faults {
  /** The next of these goes wrong, or the next so many. */
  readonly next: (fault: Fault) => void;
  readonly take: (what: Asking) => Fault | null;
  readonly clear: () => void;
}

export const createFaults = (): Faults => {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    next: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take: (what) => {
      const first = waiting.find(({ fault, left }) => fault.what === what && left > 0);
      if (first === undefined) return null;
      first.left -= 1;
      return first.fault;
    },
    clear: () => {
      waiting.length = 0;
    },
  };
};
