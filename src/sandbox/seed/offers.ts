import type { Subscription } from '../world.ts';

type Offer = Pick<Subscription, 'offerName' | 'kind' | 'productType'> & {
  readonly offerId: string;
  /** Of the kind before new commerce. */
  readonly legacyOfferId: string;
};

const licences = { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' };

const licence = (offerName: string, offerId: string, legacyOfferId: string): Offer => ({
  ...{ offerName, offerId, legacyOfferId, kind: 'licence', productType: licences },
});

/** What can be bought here besides Azure. */
export const offers: Readonly<Record<string, Offer>> = {
  premium: licence('Microsoft 365 Business Premium', 'CFQ7TTC0LDPB:0001:CFQ7TTC0K59S', '0ffe0001-0001-4a01-8a01-00000000000f'),
  standard: licence('Microsoft 365 Business Standard', 'CFQ7TTC0LDP1:0001:CFQ7TTC0K58T', '0ffe0002-0002-4a02-8a02-00000000000f'),
  powerBi: licence('Power BI Pro', 'CFQ7TTC0HL8W:0001:CFQ7TTC0J20G', '0ffe0003-0003-4a03-8a03-00000000000f'),
  e3: licence('Microsoft 365 E3', 'CFQ7TTC0LFLX:0001:CFQ7TTC0K65Z', '0ffe0004-0004-4a04-8a04-00000000000f'),
  server: {
    offerName: 'Windows Server Standard',
    offerId: 'DG7GMGF0D5RK:0005:DG7GMGF0DRK5',
    legacyOfferId: '0ffe0005-0005-4a05-8a05-00000000000f',
    kind: 'software',
    productType: { id: 'Software', displayName: 'Software' },
  },
  timesheets: {
    offerName: 'Fjellro Timesheets',
    offerId: 'DZH318Z0FJLL:0001:DZH318Z0FJL2',
    legacyOfferId: '0ffe0006-0006-4a06-8a06-00000000000f',
    kind: 'saas',
    productType: { id: 'SaaS', displayName: 'SaaS' },
  },
};
