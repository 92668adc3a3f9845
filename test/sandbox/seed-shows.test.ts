import { expect, test } from '@jest/globals';
import { customers } from '../../src/sandbox/seed/customers.ts';

type Entry = (typeof customers)[number];

const isCsp = (from: string): boolean =>
  !['direct', 'ea', 'mca-e', 'open', 'advisor', 'web', 'syndication', 'third-party'].includes(from);
const isOthers = (from: string): boolean => isCsp(from) && !from.startsWith('nordlys');
const isOurs = (from: string): boolean => from.startsWith('nordlys');
const isDirect = (from: string): boolean => ['direct', 'advisor', 'open', 'ea'].includes(from);

type Licence = Entry['licences'][number];
type Azure = Entry['azure'][number];

const licence =
  (fits: (licence: Licence) => boolean) =>
  ({ licences }: Entry): boolean =>
    licences.some(fits);
const azure =
  (fits: (azure: Azure) => boolean) =>
  ({ azure: all }: Entry): boolean =>
    all.some(fits);
const rights =
  (fits: (rights: Entry['adminRights'][number]) => boolean) =>
  ({ adminRights }: Entry): boolean =>
    adminRights.some(fits);

/** What has to be there for it to be shown. */
const isShownBy: Readonly<Record<string, (entry: Entry) => boolean>> = {
  'M-01': licence(({ from }) => isDirect(from)),
  'M-02': licence(({ from }) => from === 'third-party'),
  'M-03': licence(({ from }) => isOthers(from)),
  'M-05': licence(({ from, legacy, state }) => isOthers(from) && legacy && state === 'active'),
  'M-06': licence(({ from, legacy, state }) => isOthers(from) && !legacy && state === 'active'),
  'M-07': licence(({ from, legacy, state }) => isOthers(from) && !legacy && state === 'active'),
  'M-08': licence(({ from }) => from === 'third-party'),
  'M-09': licence(({ from }) => from === 'third-party'),
  'M-10': licence(({ from, state }) => isDirect(from) && state === 'active'),
  'M-11': licence(({ state }) => state === 'grace'),
  'M-12': licence(({ state }) => state === 'ended'),
  'M-13': azure(({ from }) => !isCsp(from)),
  'M-14': azure(({ from, legacy }) => isOthers(from) && legacy),
  'M-15': azure(({ from, legacy }) => isOthers(from) && !legacy),
  'M-17': azure(({ from }) => !isOurs(from)),
  'M-18': licence(({ from }) => from === 'syndication'),
  'M-19': (entry) => licence(({ from }) => isOurs(from))(entry) || azure(({ from }) => isOurs(from))(entry),
  'M-20': licence(({ offer }) => ['server', 'timesheets'].includes(offer)),
  'M-21': azure(({ from }) => ['ea', 'mca-e'].includes(from)),
  'M-22': licence(({ from }) => from === 'ea'),
  'C-M1': licence(({ from }) => ['direct', 'advisor'].includes(from)),
  'C-M2': licence(({ from }) => isOthers(from)),
  'C-M3': licence(({ from, state }) => isOthers(from) && state === 'active'),
  'C-M4': azure(() => true),
  'C-M5': licence(({ from }) => ['open', 'third-party'].includes(from)),
  'C-M6': licence(({ partnerOnRecord }) => partnerOnRecord !== undefined),
  'admin-expires-soon': rights((one) => one.status === 'active' && one.endsInDays < 30 && !one.extends),
  'admin-auto-extended': rights((one) => one.status === 'active' && one.extends),
  'admin-approval-pending': rights(({ status }) => status === 'approvalPending'),
  'transfer-waiting': ({ asked }) => asked.length > 0,
  'old-dap': ({ ties }) => ties.some(({ dap }) => dap),
  'several-partners': ({ ties }) => ties.length > 1,
  'no-agreement': ({ agreement }) => agreement === 'none',
  'agreement-attested': ({ agreement }) => agreement === 'attested',
  'agreement-signed-directly': ({ agreement }) => agreement === 'signed-directly',
  'validation-under-review': ({ validation }) => validation === 'UnderReview',
  'validation-not-allowed': ({ validation }) => validation === 'NotAllowed',
  'gcc-validated': ({ qualifications }) =>
    qualifications.some(([kind, status]) => kind.startsWith('Government') && status === 'Approved'),
  'another-market': ({ country }) => country !== 'NO',
  'csp-transaction-tenant': ({ kind }) => kind === 'csp-transaction-tenant',
  'csp-corporate-tenant': ({ kind }) => kind === 'csp-corporate-tenant',
  'legacy-azure-with-us': azure(({ from, legacy }) => isOurs(from) && legacy),
  'reservation-monthly': azure(({ reservations }) => reservations.some(([payment]) => payment === 'monthly')),
  'reservation-upfront': azure(({ reservations }) => reservations.some(([payment]) => payment === 'upfront')),
  'reservation-other-currency': azure(({ reservations }) => reservations.some(([, currency]) => currency !== 'NOK')),
};

test.each(Object.entries(isShownBy))('whoever shows %s really has it', (shown, isSo) => {
  expect(customers.filter((entry) => entry.shows.includes(shown) && !isSo(entry)).map(({ name }) => name)).toStrictEqual([]);
});

test('the rows of 21Vianet are shown in its cloud only', () => {
  const elsewhere = customers.filter(({ cloud, shows }) => shows.some((one) => one.startsWith('C-M')) && cloud !== 'china_21v');
  expect(elsewhere).toStrictEqual([]);
});
