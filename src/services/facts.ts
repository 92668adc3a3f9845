import type { FactPath } from '../policy/index.ts';
import type { Clock, FactsAbout, FactSource, FactValues, Unreachable } from '../ports.ts';
import type { Failure, Sent } from '../wire/failure.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import type { Offices } from './carriers.ts';
import { readings } from './customer-facts.ts';

/** Where asking again later helps. Whoever may not know, or does not say, leaves the question to people. */
export const isOutage = ({ kind }: Failure): boolean =>
  kind === 'throttled' || kind === 'unreachable' || kind === 'unreadable' || kind === 'unknown-outcome' || kind === 'sign-in';

export const DIRECTORY = 'Microsoft Entra ID';

/** All that was told, unless somebody could not be asked. */
const together = (at: AtMicrosoft, who: string, read: readonly Sent<FactValues>[]): FactValues | Unreachable => {
  const facts: FactValues = {};
  for (const sent of read) {
    if (sent.ok) Object.assign(facts, sent.body);
    else if (isOutage(sent.failure)) return at.unreachable(who, sent.failure);
  }
  return facts;
};

const only = (facts: FactValues | Unreachable, paths: readonly FactPath[]): FactValues | Unreachable =>
  'unreachable' in facts ? facts : Object.fromEntries(Object.entries(facts).filter(([path]) => paths.includes(path as FactPath)));

/** What services know of a customer. Only what is asked for is read. */
export const customerFacts = (offices: Offices, clock: Clock): FactSource => ({
  read: async (paths, { cloud, customer }) => {
    const at = offices(cloud);
    const wanted = readings.filter(({ tells }) => tells.some((path) => paths.includes(path)));
    if (at === null || wanted.length === 0 || (customer.tenant ?? customer.domain) === null) return {};
    const tenant = await at.tenantOf(customer);
    if (!tenant.ok) return isOutage(tenant.failure) ? at.unreachable(DIRECTORY, tenant.failure) : {};
    const read = await Promise.all(wanted.map((reading) => reading.read(at, tenant.body, clock.now())));
    return only(together(at, 'Microsoft', read), paths);
  },
});

const signed = async (at: AtMicrosoft): Promise<Sent<FactValues>> => {
  const sent = await at.partnerCenter.partnersAround.hasSigned({ tenantId: at.account.tenantId });
  return sent.ok ? { ...sent, body: { 'partner.mpaSigned': sent.body } } : sent;
};

const active = async (at: AtMicrosoft): Promise<Sent<FactValues>> => {
  const sent = await at.partnerCenter.profiles.partner(at.account.partnerId);
  if (sent.ok) return { ...sent, body: { 'partner.partnerIdActive': true } };
  return sent.failure.kind === 'not-found'
    ? { ok: true, status: 404, headers: {}, body: { 'partner.partnerIdActive': false } }
    : sent;
};

const ofOurs: readonly (readonly [FactPath, (at: AtMicrosoft) => Promise<Sent<FactValues>>])[] = [
  ['partner.mpaSigned', signed],
  ['partner.partnerIdActive', active],
];

/** What is set down about us, and over it what services say. */
export const partnerFacts = (offices: Offices): FactSource => ({
  read: async (paths, { cloud }: FactsAbout) => {
    const at = offices(cloud);
    if (at === null) return {};
    const asked = ofOurs.filter(([path]) => paths.includes(path));
    const read = await Promise.all(asked.map(([, reading]) => reading(at)));
    const found = together(at, 'Partner Center', read);
    return 'unreachable' in found ? found : only({ ...at.account.facts, ...found }, paths);
  },
});
