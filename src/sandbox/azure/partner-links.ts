import type { Reply } from '../exchange.ts';
import type { Call } from '../routing.ts';
import type { Customer, PartnerLink } from '../world.ts';
import { failure } from './answers.ts';

const noLink = failure(404, 'NotFound', 'No management partner is linked for this user.');
const alreadyLinked = failure(409, 'Conflict', 'A management partner is already linked; use PATCH.');

const written = ({ claims }: Call, { partnerId, version, createdAt, updatedAt }: PartnerLink): Reply => ({
  status: 200,
  body: {
    etag: version,
    id: `/providers/microsoft.managementpartner/partners/${partnerId}`,
    name: partnerId,
    type: 'Microsoft.ManagementPartner/partners',
    properties: {
      partnerId,
      tenantId: claims.tenant,
      objectId: claims.subject,
      version: String(version),
      updatedTime: updatedAt.replace('Z', '0000Z'),
      createdTime: createdAt.replace('Z', '0000Z'),
      state: 'Active',
    },
  },
});

/** For the caller's own link in the customer's tenant: everybody there has one at most. */
const inCustomer =
  (answer: (call: Call, links: Customer['partnerLinks'], partnerId: string) => Reply) =>
  (call: Call): Reply => {
    const links = call.world.customers.get(call.claims.tenant)?.partnerLinks;
    return links === undefined ? noLink : answer(call, links, call.parameters.partner ?? '');
  };

const linked = (call: Call, links: Customer['partnerLinks'], partnerId: string): PartnerLink | null => {
  const link = links.get(call.claims.subject);
  return link?.partnerId === partnerId ? link : null;
};

/** Only the PartnerID of a location counts, and only one that exists. */
const isPartnerId = ({ world }: Call, id: string): boolean =>
  [...world.partners.values()].some(({ partnerId }) => partnerId === id);

const unknownPartner = (id: string): Reply => failure(400, 'BadRequest', `The partner id '${id}' is not valid.`);

export const getLink = inCustomer((call, links, partnerId) => {
  const link = linked(call, links, partnerId);
  return link === null ? noLink : written(call, link);
});

export const putLink = inCustomer((call, links, partnerId) => {
  if (links.has(call.claims.subject)) return alreadyLinked;
  if (!isPartnerId(call, partnerId)) return unknownPartner(partnerId);
  const at = call.world.now();
  const link: PartnerLink = { partnerId, version: 1, createdAt: at, updatedAt: at };
  links.set(call.claims.subject, link);
  return written(call, link);
});

/** Changes the link to another partner. */
export const patchLink = inCustomer((call, links, partnerId) => {
  const link = links.get(call.claims.subject);
  if (link === undefined) return noLink;
  if (!isPartnerId(call, partnerId)) return unknownPartner(partnerId);
  link.partnerId = partnerId;
  link.version += 1;
  link.updatedAt = call.world.now();
  return written(call, link);
});

export const deleteLink = inCustomer((call, links, partnerId) => {
  if (linked(call, links, partnerId) === null) return noLink;
  links.delete(call.claims.subject);
  return { status: 200 };
});

const operations = ['read', 'write', 'delete'].map((what) => ({
  name: `Microsoft.ManagementPartner/partners/${what}`,
  display: {
    provider: 'Microsoft.ManagementPartner',
    resource: 'partners',
    operation: `${what} partner`,
    description: `${what} the partner link of the caller`,
  },
  origin: 'user',
}));

export const listLinkOperations = (): Reply => ({ status: 200, body: { value: operations } });
