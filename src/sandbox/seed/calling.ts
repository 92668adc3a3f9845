import type { Partner, World } from '../world.ts';

/** The partner of that name; a seed that names somebody who is not there is a mistake. */
export const partnerCalled = (world: World, name: string): Partner => {
  const partner = [...world.partners.values()].find(({ domain }) => domain === `${name}.example`);
  if (partner === undefined) throw new Error(`Nobody in this world is called ${name}.`);
  return partner;
};

const channels = ['direct', 'ea', 'open', 'advisor', 'web', 'syndication', 'third-party'] as const;

interface Origin {
  readonly seller: Partner | null;
  readonly channel: (typeof channels)[number] | 'csp';
}

/** From whom something was bought: a partner, or one of the other channels. */
export const originOf = (world: World, from: string): Origin => {
  if (from === 'mca-e') return { seller: null, channel: 'direct' };
  const channel = channels.find((one) => one === from);
  return channel === undefined ? { seller: partnerCalled(world, from), channel: 'csp' } : { seller: null, channel };
};
