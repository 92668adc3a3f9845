import { rulebook } from '../../policy/index.ts';
import type { FactPath } from '../../policy/index.ts';
import type { Decided } from '../../cases/decided.ts';
import type { ItemSaid } from '../items.ts';
import type { Told } from '../telling.ts';

/** No request of ours is under way yet. */
export const ofNoRequest = { 'xfer.status': null, 'xfer.requestAgeDays': null, 'xfer.daysSinceAccept': null } as const;

/**
 * What nobody has said yet, as if nothing stood in the way: it never leads to a refusal that is shown, and only lets the
 * rules be asked early about what is known.
 */
const assumed: Partial<Record<FactPath, unknown>> = {
  sameMarket: true,
  sameCountry: true,
  providerResellerSameRegion: true,
  'otherPartner.has0145P': true,
  'customer.tenantKind': 'end_customer',
  'customer.relatedTo': 'none',
  'customer.mca': 'accepted',
  'customer.otherCspPartners': 1,
  'customer.azurePlanWithTarget': true,
  'customer.sameOfferElsewhere': false,
  'customer.gcc': false,
  'customer.gccValidated': null,
  'customer.has0145P': true,
  'customer.hasAzurePlan': false,
  'rel.reseller': 'active',
  'rel.dap': true,
  'rel.gdap': 'none',
  'req.expects': [],
  'item.product': 'azure',
  'item.generation': null,
  'item.term': 'active',
  'item.status': 'active',
  'item.daysSinceTermStart': 0,
  'item.includesReservations': false,
  'item.includesSavingsPlan': false,
  'item.reservationPayment': null,
  'item.marketplace': null,
  'item.inOtherTransfer': false,
  'item.crossCloudMove': false,
  'xfer.customerWrittenRequest': true,
  'xfer.ticketOpenedBy': 'current_partner',
  'xfer.signatures': [],
  'xfer.sameCurrency': true,
  'xfer.resellerPartnerId': '0',
  'xfer.withoutConversion': false,
};

/** With what is assumed wherever nothing was said. */
export const assuming = (told: Told): Told => ({ ...assumed, ...ofNoRequest, ...told });

interface Said {
  readonly told: Told;
  readonly subjects: readonly ItemSaid[];
}

/** Whether a decision looked at something that is only assumed. */
export const guessedIn = (decided: Decided, { told, subjects }: Said): readonly string[] => {
  const facts = subjects.find(({ id }) => id === decided.about)?.facts ?? {};
  return decided.told.filter((path) => Object.hasOwn(assumed, path) && !Object.hasOwn(told, path) && !Object.hasOwn(facts, path));
};

const needsOf = (id: string): readonly string[] => {
  const rule = rulebook.rules.find((one) => one.id === id);
  return [...(rule?.needs ?? []), ...(rule?.also?.needs ?? [])];
};

/** What a decision says for certain, whatever the answers still to come are; null where it refuses nothing by that alone. */
export const certainOf = (decided: Decided, said: Said): Decided | null => {
  const guessed = guessedIn(decided, said);
  const findings = decided.findings.filter(({ rule }) => !needsOf(rule).some((path) => guessed.includes(path)));
  if (!findings.some(({ severity }) => severity === 'deny')) return null;
  return { ...decided, findings, told: decided.told.filter((path) => !guessed.includes(path)) };
};

/** The same without what was only assumed. */
export const withoutGuesses = (decided: Decided, said: Said): Decided => {
  const guessed = guessedIn(decided, said);
  return { ...decided, told: decided.told.filter((path) => !guessed.includes(path)) };
};
