import type { Customer as CaseCustomer } from '../cases/asking/states.ts';
import { later } from '../cases/time.ts';
import type { Instant } from '../cases/time.ts';
import type { Handle } from '../commands/handle.ts';
import type { AuditRecord } from '../partner-center/audit-records.ts';
import type { Customer } from '../partner-center/customers.ts';
import type { Transfer } from '../partner-center/transfer.ts';
import type { Clock, Operator } from '../ports.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { nameOr, ownedFor } from './hand-out.ts';

interface Means {
  readonly handle: Handle;
  readonly clock: Clock;
  readonly operator: Operator;
}

/** A request lies open this long; they say 30 days, and show 31. */
const OPEN_DAYS = 30;

const answerBy = ({ createdAt, expiresAt }: Transfer, now: Instant): Instant => {
  const given = later(createdAt ?? now, { days: OPEN_DAYS });
  return expiresAt !== null && expiresAt < given ? expiresAt : given;
};

const countryOf = (known: Customer | null): string | null => {
  const country = known?.billingCountry ?? '';
  return /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : null;
};

/** The language of letters is chosen by a person later; nobody is written to before that. */
const customerOf = ({ customer }: Transfer, known: Customer | null): CaseCustomer => ({
  name: nameOr(customer.name, customer.tenantId),
  tenant: customer.tenantId,
  domain: known?.domain ?? null,
  country: countryOf(known),
  language: 'en',
  contact: null,
});

/** Other partners ask for what is ours. Each of their requests becomes a case of its own, once, and waits for a person. */
export const createOffers = ({ handle, clock, operator }: Means) => {
  const tell = (transfer: Transfer, why: string): void => {
    operator.tell(`The transfer ${transfer.id} was asked for: ${why}.`);
  };

  /** Makes it a case, unless there is nothing to decide; false: another look may do better. */
  const opened = async (at: AtMicrosoft, transfer: Transfer): Promise<boolean> => {
    const { tenantId } = transfer.customer;
    const [customer, owned] = await Promise.all([at.partnerCenter.customers.get(tenantId), ownedFor(at, tenantId)]);
    if (!owned.ok) {
      tell(transfer, `it could not be looked at: ${owned.failure.words}`);
      return false;
    }
    const { procedure, subjects } = owned.body;
    if (subjects.length === 0) {
      tell(transfer, 'it asks for nothing that we sell; nobody has to decide it');
      return true;
    }
    const answer = await handle({
      name: 'record-transfer-offered',
      key: `transfer ${transfer.id}`,
      actor: 'watch',
      cloud: at.account.profile.cloud,
      customer: customerOf(transfer, customer.ok ? customer.body : null),
      expiresAt: answerBy(transfer, clock.now()),
      proposal: {
        wants: 'hand-out',
        procedure,
        transferId: transfer.id,
        otherPartner: {
          name: nameOr(transfer.target.name, transfer.target.tenantId),
          tenant: transfer.target.tenantId,
          domain: null,
        },
        subjects: subjects.slice(0, 100),
        told: {},
      },
    });
    if (answer.kind !== 'done') tell(transfer, `it could not be noted: ${answer.kind}`);
    return answer.kind === 'done' || answer.kind === 'refused';
  };

  /** Looks through the transfers of one customer; false: not everything could be seen, or noted. */
  const lookFor = async (at: AtMicrosoft, customer: string): Promise<boolean> => {
    if (at.account.profile.lacks.includes('transfers')) return true;
    const all = await at.partnerCenter.transfers.list(customer);
    if (!all.ok) {
      operator.tell(`The transfers of ${customer} could not be read: ${all.failure.words}`);
      return false;
    }
    const asked = all.body.filter(
      ({ kind, ourSide, status }) => kind === 'new-commerce' && ourSide === 'source' && status === 'pending',
    );
    let isSettled = true;
    for (const transfer of asked) isSettled = (await opened(at, transfer)) && isSettled;
    return isSettled;
  };

  /** The records that led to nothing more than is known, for each account, and whether these were all. */
  const seen = new WeakMap<AtMicrosoft, { readonly ids: ReadonlySet<string>; readonly isAll: boolean }>();

  return {
    lookFor,

    /**
     * What was announced and never arrived: once an hour the records of the last two days are gone through, and after a start, or
     * when not all could be followed, those of as long as a request lies open.
     */
    lookForMissed: async (at: AtMicrosoft): Promise<void> => {
      if (at.account.profile.lacks.includes('audit-records')) return;
      const now = clock.now();
      const known = seen.get(at);
      const days = known?.isAll === true ? 1 : OPEN_DAYS - 1;
      const span = { from: later(now, { days: -days }).slice(0, 10), to: now.slice(0, 10) };
      const records = await at.partnerCenter.auditRecords.list({ ...span, about: { resource: 'transfer' } });
      if (!records.ok) {
        seen.delete(at);
        operator.tell(`The audit records could not be read: ${records.failure.words}`);
        return;
      }
      const isNews = ({ id, operation }: AuditRecord): boolean => operation === 'create_transfer' && known?.ids.has(id) !== true;
      const customers = new Set(records.body.filter(isNews).map(({ customer }) => customer.tenantId));
      const unsettled = new Set<string | null>();
      for (const customer of customers) if (customer !== null && !(await lookFor(at, customer))) unsettled.add(customer);
      const settled = records.body.filter((one) => !isNews(one) || !unsettled.has(one.customer.tenantId));
      seen.set(at, { ids: new Set(settled.map(({ id }) => id)), isAll: unsettled.size === 0 });
    },
  };
};

export type Offers = ReturnType<typeof createOffers>;
