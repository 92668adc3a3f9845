import * as z from 'zod';
import type { CloudProfile } from '../clouds/profiles.ts';
import { ask } from '../wire/asking.ts';
import type { Sent } from '../wire/failure.ts';
import type { Service } from '../wire/service.ts';
import { record } from '../wire/shapes.ts';
import { whereOffered } from './asking.ts';

interface ResellerLink {
  readonly url: string;
  /** It asks for full delegated admin too: links of before October 2023 did. */
  readonly includesFullAdmin: boolean;
}

/**
 * Where a customer accepts us as a reseller. The link is the same for every customer, so who has accepted is found out
 * afterwards. It reads only, and needs a person of ours.
 */
export const createRelationshipRequests = (service: Service, profile: CloudProfile) => {
  const line = whereOffered(service, profile, 'reseller-link');
  const Link = record({
    // It goes into letters to customers: nowhere but where their administrators sign in anyway, and with no line of its own.
    url: z
      .url({ normalize: true })
      .refine((url) => new URL(url).origin === new URL(profile.adminCenter).origin, 'expected a page of the admin center'),
  }).transform(({ url }): ResellerLink => ({
    url,
    includesFullAdmin: new URL(url).searchParams.get('DAP')?.toLowerCase() === 'true',
  }));

  return {
    link: (): Promise<Sent<ResellerLink>> => ask(line, { method: 'GET', path: '/v1/customers/relationshiprequests', answer: Link }),
  };
};
