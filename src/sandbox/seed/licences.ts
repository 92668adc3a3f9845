import { later } from '../../cases/time.ts';
import type { Subscription, World } from '../world.ts';
import { originOf } from './calling.ts';
import type { Entry, Licence } from './entry.ts';
import { idOf } from './made-ids.ts';
import { offers } from './offers.ts';

const YEAR = 365;

/** In which status a subscription is, and how many days from now its term ends unless it is said otherwise. */
const states: Readonly<Record<Licence['state'], readonly [status: Subscription['status'], endsInDays: number]>> = {
  active: ['active', 120],
  suspended: ['suspended', 90],
  grace: ['expired', -12],
  ended: ['disabled', -75],
  cancelled: ['deleted', 40],
};

const termOf = (world: World, { state, endsInDays }: Licence) => {
  const [status, usually] = states[state];
  const end = endsInDays ?? usually;
  const termStart = later(world.now(), { days: end - YEAR });
  return { status, createdAt: termStart, visibleAt: termStart, termStart, termEnd: later(world.now(), { days: end }) };
};

const licenceFrom = (world: World, licence: Licence, id: string): Subscription => {
  const offer = offers[licence.offer];
  if (offer === undefined) throw new Error(`Nothing here is called ${licence.offer}.`);
  const { offerName, kind, productType, offerId, legacyOfferId } = offer;
  const { seller, channel } = originOf(world, licence.from);
  return {
    ...{ id, offerName, kind, productType, channel },
    offerId: licence.legacy ? legacyOfferId : offerId,
    partnerOnRecord: licence.partnerOnRecord,
    seller: seller?.tenantId ?? null,
    quantity: licence.seats,
    isTrial: false,
    autoRenew: licence.autoRenew,
    ...termOf(world, licence),
    termDuration: 'P1Y',
    billingCycle: 'monthly',
    orderId: id.replaceAll('-', '').slice(0, 12),
    etag: 1,
  };
};

/** The licences of a customer. */
export const licencesOf = (world: World, { number, licences }: Entry): readonly Subscription[] =>
  licences.map((licence, place) => licenceFrom(world, licence, licence.id ?? idOf('bought', number, place + 1)));
