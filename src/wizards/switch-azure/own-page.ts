import * as z from 'zod';
import type { Procedure } from '../../cases/azure-switch/case.ts';
import type { FactPath } from '../../policy/index.ts';
import { isWrong, readAs, says } from '../filled.ts';
import type { Filled, Problems, Read } from '../filled.ts';
import type { LetterChecks } from '../letter-page.ts';
import { askedOf } from '../telling.ts';
import * as telling from '../telling.ts';
import type { Told } from '../telling.ts';
import { filledOn } from '../walk.ts';
import type { Filling } from './filling.ts';
import { settled } from './settled.ts';

const ofTransfer = ['xfer.resellerPartnerId', 'customer.mca', 'customer.gccValidated'] as const;

/** What only this procedure needs to know, where no service tells it. */
const ownPaths: Readonly<Record<Procedure, readonly FactPath[]>> = {
  'manual-switch': [
    'xfer.customerWrittenRequest',
    'xfer.ticketOpenedBy',
    'xfer.signatures',
    'xfer.withoutConversion',
    'otherPartner.has0145P',
    'sameCountry',
  ],
  'azure-plan-transfer': [...ofTransfer, 'customer.azurePlanWithTarget'],
  'licence-transfer': ofTransfer,
  'ea-to-csp': ['customer.mca', 'customer.azurePlanWithTarget'],
  'new-subscription': [
    'customer.mca',
    'customer.sameOfferElsewhere',
    'customer.has0145P',
    'customer.hasAzurePlan',
    'customer.gccValidated',
  ],
};

const isOwn = (procedure: Procedure, path: string): boolean => (ownPaths[procedure] as readonly string[]).includes(path);

/** What has to be told on the page of the procedure, and what on the page that all share. */
export const ownMissing = (filling: Filling, procedure: Procedure): readonly FactPath[] =>
  askedOf(filling, settled(filling)).filter((path) => isOwn(procedure, path));

export const sharedMissing = (filling: Filling, procedure: Procedure): readonly FactPath[] =>
  askedOf(filling, settled(filling)).filter((path) => !isOwn(procedure, path));

/** Microsoft finds the present partner by their tenant, and nothing else. */
export const asksForTenant = ({ partner }: Filling, procedure: Procedure): boolean =>
  (procedure === 'azure-plan-transfer' || procedure === 'licence-transfer') && partner !== null && partner.tenant === null;

/** Which old services end, and when, is for the customer to read. */
export const asksForEnds = (procedure: Procedure): boolean => procedure === 'new-subscription';

export const isAsked = (filling: Filling, procedure: Procedure): boolean =>
  ownMissing(filling, procedure).length > 0 || asksForTenant(filling, procedure) || asksForEnds(procedure);

export const inputsOf = (filling: Filling, procedure: Procedure): readonly string[] => [
  ...ownMissing(filling, procedure),
  ...(asksForTenant(filling, procedure) ? ['tenant'] : []),
  ...(asksForEnds(procedure) ? ['ends'] : []),
];

interface Own {
  readonly told: Told;
  /** Of the present partner, where it was asked for here. */
  readonly tenant: string | null;
  /** Free words for the letter. */
  readonly ends: string;
}

/** Where it is certain from whom, which signatures are there, and what is agreed already, an empty answer is one. */
const answered = (filled: Filled): Filled => ({ 'xfer.signatures': '', ...filled });

const tenantOf = (filling: Filling, procedure: Procedure, filled: Filled): Read<string | null> => {
  if (!asksForTenant(filling, procedure)) return readAs({}, null);
  const tenant = z.guid().safeParse((filled.tenant ?? '').trim());
  return tenant.success ? readAs({}, tenant.data) : { problems: { tenant: says('wizard.problem.tenant') } };
};

const problemsOf = (read: Read<unknown>): Problems => (isWrong(read) ? read.problems : {});

export const read = (
  filling: Filling,
  procedure: Procedure,
  { checkParagraph }: Pick<LetterChecks, 'checkParagraph'>,
): Read<Own> => {
  const filled = filledOn(filling, procedure);
  const facts = telling.read({ missing: ownMissing(filling, procedure), before: null }, answered(filled), {});
  const tenant = tenantOf(filling, procedure, filled);
  const ends = asksForEnds(procedure) ? (filled.ends ?? '').trim() : '';
  const wrong = checkParagraph(ends);
  const problems: Problems = {
    ...problemsOf(facts),
    ...problemsOf(tenant),
    ...(wrong !== null && { ends: says(`letter.problem.${wrong}`) }),
  };
  return readAs(problems, { told: isWrong(facts) ? {} : facts.answer, tenant: isWrong(tenant) ? null : tenant.answer, ends });
};
