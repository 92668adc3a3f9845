import * as z from 'zod';
import { ask } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { answered, byName } from './asking.ts';

/** It reads only. */
export const createDomains = (service: Service) => ({
  /** Their "not found" is a domain that is free. */
  isTaken: async (domain: string): Promise<Sent<boolean>> => {
    const sent = await ask(service, { method: 'HEAD', path: byName`/v1/domains/${domain}`, answer: z.unknown() });
    if (sent.ok) return { ...sent, body: true };
    return sent.failure.kind === 'not-found' ? answered(404, false) : sent;
  },
});
