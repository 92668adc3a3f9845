import { partnerFrom } from '../partners.ts';
import type { Sketch } from '../partners.ts';
import type { World } from '../world.ts';

const sketches: readonly Sketch[] = [
  {
    number: 7,
    tenantId: '7a11c0de-7777-4a10-8a10-0000000000a7',
    cloud: 'us_gov',
    name: 'Cedar Hollow Federal LLC',
    partnerId: '6100007',
    domain: 'cedarhollow.example',
    country: 'US',
    type: 'direct',
  },
  {
    number: 8,
    tenantId: '7a11c0de-8888-4a10-8a10-0000000000a8',
    cloud: 'china_21v',
    name: '清溪云分销有限公司',
    partnerId: '6100008',
    domain: 'qingxi.example',
    country: 'CN',
    type: 'provider',
  },
  {
    number: 9,
    tenantId: '7a11c0de-9999-4a10-8a10-0000000000a9',
    cloud: 'china_21v',
    name: '兰桥信息技术有限公司',
    partnerId: '6100009',
    domain: 'lanqiao.example',
    country: 'CN',
    type: 'reseller',
  },
  {
    number: 10,
    tenantId: '7a11c0de-aaaa-4a10-8a10-0000000000aa',
    cloud: 'global',
    name: 'Tannblick Systemhaus GmbH',
    partnerId: '6100010',
    domain: 'tannblick.example',
    country: 'DE',
    type: 'direct',
  },
];

/** Partners in other clouds and markets, from whom customers have bought, too. */
export const addOtherPartners = (world: World): void => {
  for (const sketch of sketches) world.partners.set(sketch.tenantId, partnerFrom(sketch, null));
};
