/** Who wants to be left alone, and until when. Services count per tenant, so one tenant's gate holds up no other. */
export const createGates = (now: () => number) => {
  const until = new Map<string, number>();

  return {
    /** For how long nobody has to be asked for this tenant. */
    heldMs: (tenant: string): number => {
      const left = (until.get(tenant) ?? 0) - now();
      if (left <= 0) until.delete(tenant);
      return Math.max(0, left);
    },
    hold: (tenant: string, forMs: number): void => {
      if (forMs <= 0) return;
      until.set(tenant, Math.max(until.get(tenant) ?? 0, now() + forMs));
    },
  };
};
