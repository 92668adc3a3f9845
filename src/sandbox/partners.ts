import type { Cloud } from '../policy/index.ts';
import type { Application, Employee, Partner, SecurityGroup, World } from './world.ts';

/** A partner by what is its own; its people, groups and applications follow from that. */
export interface Sketch {
  readonly number: number;
  readonly tenantId: string;
  readonly cloud: Cloud;
  readonly name: string;
  readonly partnerId: string;
  readonly domain: string;
  readonly country: string;
  readonly type: Partner['type'];
}

const sketches: readonly Sketch[] = [
  {
    number: 1,
    tenantId: '7a11c0de-1111-4a10-8a10-0000000000a1',
    cloud: 'global',
    name: 'Nordlys Cloud AS',
    partnerId: '6100001',
    domain: 'nordlys.example',
    country: 'NO',
    type: 'direct',
  },
  {
    number: 2,
    tenantId: '7a11c0de-2222-4a10-8a10-0000000000a2',
    cloud: 'global',
    name: 'Granitt IT AS',
    partnerId: '6100002',
    domain: 'granitt.example',
    country: 'NO',
    type: 'direct',
  },
  {
    number: 3,
    tenantId: '7a11c0de-3333-4a10-8a10-0000000000a3',
    cloud: 'global',
    name: 'Fjord Distribution AS',
    partnerId: '6100003',
    domain: 'fjord.example',
    country: 'NO',
    type: 'provider',
  },
  {
    number: 4,
    tenantId: '7a11c0de-4444-4a10-8a10-0000000000a4',
    cloud: 'global',
    name: 'Tindetopp Konsult AS',
    partnerId: '6100004',
    domain: 'tindetopp.example',
    country: 'NO',
    type: 'reseller',
  },
  {
    number: 5,
    tenantId: '7a11c0de-5555-4a10-8a10-0000000000a5',
    cloud: 'us_gov',
    name: 'Nordlys Government LLC',
    partnerId: '6100005',
    domain: 'nordlysgov.example',
    country: 'US',
    type: 'direct',
  },
  {
    number: 6,
    tenantId: '7a11c0de-6666-4a10-8a10-0000000000a6',
    cloud: 'china_21v',
    name: 'Nordlys China Co Ltd',
    partnerId: '6100006',
    domain: 'nordlyschina.example',
    country: 'CN',
    type: 'direct',
  },
];

/** P is the partner, T the thing: whoever reads a log sees whose it is. */
const ids = {
  application: 'ab9f0000-000T-4f0T-8f0T-000000P000fT',
  person: '0b1ec700-000T-4b0T-8b0T-000000P000bT',
  group: '9609000T-000T-490T-890T-000000P0009T',
};

const idOf = (kind: keyof typeof ids, thing: number, { number }: Sketch): string =>
  ids[kind].replaceAll('T', String(thing)).replace('P', String(number - 1));

const permissions = [
  'user_impersonation',
  'DelegatedAdminRelationship.ReadWrite.All',
  'CrossTenantInformation.ReadBasic.All',
  'Directory.Read.All',
  'Mail.Send',
  'Mail.ReadBasic.All',
];

const applicationsOf = (sketch: Sketch, certificate: string | null): readonly Application[] => {
  const base = { secret: null, certificate: null, trustsMachine: false };
  return [
    { ...base, clientId: idOf('application', 1, sketch), secret: `secret-of-${sketch.domain}`, permissions: [...permissions] },
    { ...base, clientId: idOf('application', 2, sketch), certificate, permissions: [...permissions] },
    { ...base, clientId: idOf('application', 3, sketch), trustsMachine: true, permissions: [...permissions] },
  ];
};

const peopleOf = (sketch: Sketch): readonly Employee[] => {
  const person = (thing: number, name: string, account: string, role: Employee['roles'][number]): Employee => ({
    id: idOf('person', thing, sketch),
    name,
    upn: `${account}@${sketch.domain}`,
    roles: [role],
  });
  return [
    person(1, 'Astrid Nygård', 'admin.agent', 'AdminAgents'),
    person(2, 'Selma Lund', 'sales.agent', 'SalesAgents'),
    person(3, 'Henrik Moe', 'helpdesk.agent', 'HelpdeskAgents'),
    person(4, 'Guro Strand', 'global.admin', 'GlobalAdmin'),
  ];
};

const groupsOf = (sketch: Sketch, people: readonly Employee[]): readonly SecurityGroup[] => {
  const group = (thing: number, name: string, ...roles: Employee['roles'][number][]): SecurityGroup => ({
    id: idOf('group', thing, sketch),
    name,
    members: people.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ id }) => id),
  });
  return [
    group(1, 'AdminAgents', 'AdminAgents'),
    group(2, 'HelpdeskAgents', 'HelpdeskAgents'),
    group(3, 'Handshake service desk', 'AdminAgents', 'HelpdeskAgents'),
    group(4, 'Handshake security', 'AdminAgents'),
  ];
};

/** Makes a partner of a sketch. */
export const partnerFrom = (sketch: Sketch, certificate: string | null): Partner => {
  const { tenantId, cloud, name, partnerId, domain, country, type } = sketch;
  const people = peopleOf(sketch);
  const groups = groupsOf(sketch, people);
  return {
    ...{ tenantId, cloud, name, partnerId, domain, country, type },
    mpaSigned: true,
    programmeActive: true,
    applications: applicationsOf(sketch, certificate),
    people,
    groups,
    sharedMailboxes: [`letters@${domain}`],
    adminAgentsGroup: idOf('group', 1, sketch),
  };
};

/** The partners of the made-up world: us in three clouds, and whom we meet. The certificate is every second application’s. */
export const addPartners = (world: World, certificate: string | null = null): void => {
  for (const sketch of sketches) world.partners.set(sketch.tenantId, partnerFrom(sketch, certificate));
};
