import type { Route } from '../routing.ts';
import type { World } from '../world.ts';
import { open } from './call.ts';
import type { Answer, Endpoint } from './call.ts';

/** Whether anybody in the world has this domain. */
export const isTaken = ({ customers, partners }: World, domain: string): boolean => {
  const taken = [...customers.values()].flatMap(({ domains }) => domains);
  return [...taken, ...[...partners.values()].map((partner) => partner.domain)].includes(domain.toLowerCase());
};

/** Found means taken: there is no body that would say so. */
const look: Answer = ({ world, parameters }) => ({ status: isTaken(world, parameters.domain ?? '') ? 200 : 404 });

export const domainRoutes: readonly Route<Endpoint>[] = [['HEAD', '/v1/domains/:domain', open(look)]];
