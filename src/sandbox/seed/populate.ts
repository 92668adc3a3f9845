import { later } from '../../cases/time.ts';
import type { Customer, Tie, World } from '../world.ts';
import { addAdminRights } from './admin-rights.ts';
import { azureOf } from './azure.ts';
import { partnerCalled } from './calling.ts';
import { customers } from './customers.ts';
import type { Entry } from './entry.ts';
import { licencesOf } from './licences.ts';
import { tenantIdOf } from './made-ids.ts';
import { addOtherPartners } from './other-partners.ts';
import { addRequests } from './requests.ts';

const AGREED_DAYS_AGO = 200;

/** No country has the code 999. */
const phoneOf = ({ number, country }: Entry): string =>
  `${country === 'NO' ? '+4755' : '+99955'}${String(number).padStart(6, '0')}`;

const domainsOf = ({ domain }: Entry): readonly string[] => [`${domain}.example`, `${domain}.onmicrosoft.example`];

const tiesOf = (world: World, { ties }: Entry): Map<string, Tie> =>
  new Map(
    ties.map(({ to, dap, daysAgo }) => {
      const since = later(world.now(), { days: -daysAgo });
      return [partnerCalled(world, to).tenantId, { since, visibleAt: since, dap }];
    }),
  );

const adminOf = ({ admin: [firstName, lastName], domain }: Entry): Customer['admin'] => ({
  firstName,
  lastName,
  email: `admin@${domain}.example`,
});

const consentsOf = (world: World, { letsIn }: Entry): Set<string> =>
  new Set(letsIn.flatMap((name) => partnerCalled(world, name).applications.map(({ clientId }) => clientId)));

const customerFrom = (world: World, entry: Entry): Customer => {
  const { number, name, cloud, country, culture, kind, agreement, validation, qualifications } = entry;
  const [line1, city, postalCode] = entry.address;
  const { bought, azure } = azureOf(world, entry);
  return {
    tenantId: tenantIdOf(number),
    ...{ name, cloud, country, culture, kind, agreement, validation, azure },
    domains: domainsOf(entry),
    address: { line1, city, postalCode, phone: phoneOf(entry) },
    admin: adminOf(entry),
    agreedOn: agreement === 'none' ? null : later(world.now(), { days: -AGREED_DAYS_AGO }),
    qualifications: qualifications.map(([qualification, vettingStatus]) => ({ qualification, vettingStatus })),
    ties: tiesOf(world, entry),
    subscriptions: [...licencesOf(world, entry), ...bought],
    partnerLinks: new Map(),
    consents: consentsOf(world, entry),
    billingEtag: -1042,
  };
};

/** Moves the customers in, and the partners they have elsewhere. The partners of every world have to be there already. */
export const populate = (world: World): void => {
  addOtherPartners(world);
  for (const entry of customers) {
    world.customers.set(tenantIdOf(entry.number), customerFrom(world, entry));
    addAdminRights(world, entry);
    addRequests(world, entry);
  }
};
