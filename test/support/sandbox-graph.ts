import { readFileSync } from 'node:fs';
import type { Claims, Reply, Surface } from '../../src/sandbox/exchange.ts';
import type { Assignment, Operation, Relationship } from '../../src/sandbox/granted.ts';
import type { Customer, World } from '../../src/sandbox/world.ts';
import { differences } from './differences.ts';
import { addCustomer, ask, at, claimsOf, nordlys, sandboxScene, solsikke } from './sandbox-world.ts';

/** Granular admin and Azure in the made-up world, as the recorded exchanges have them. */

export const agents = '96090001-0001-4901-8901-000000000091';
export const agent = '0b1ec700-0001-4b01-8b01-0000000000b1';

export const roles = {
  directoryReaders: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  serviceSupport: 'f023fd81-a637-4b56-95fd-791ac0226033',
  license: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  user: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  globalAdmin: '62e90394-69f5-4237-9190-012177145e10',
} as const;

export const fourRoles = [roles.directoryReaders, roles.serviceSupport, roles.license, roles.user];

export const firstId = '6da90001-0001-4601-8601-000000000061-6da90001-0002-4602-8602-000000000062';

/** A relationship that is there already; nothing happens to it by itself. */
export const putRelationship = (world: World, changes: Partial<Relationship> = {}): Relationship => {
  const now = world.now();
  const relationship: Relationship = {
    id: firstId,
    partner: nordlys,
    visibleAt: now,
    displayName: 'Nordlys-Solsikke-01',
    duration: 'P730D',
    customer: { tenantId: solsikke, displayName: 'Solsikke Bakeri AS' },
    roles: fourRoles,
    autoExtend: 'P180D',
    status: 'created',
    createdAt: now,
    modifiedAt: now,
    activatedAt: null,
    endsAt: null,
    version: 0,
    requests: [],
    assignments: [],
    operations: [],
    indirectProvider: null,
    ...changes,
  };
  world.relationships.set(relationship.id, relationship);
  return relationship;
};

export const putActive = (world: World, changes: Partial<Relationship> = {}): Relationship => {
  const activatedAt = at('2026-03-02T10:05:00.765Z');
  const endsAt = at('2028-03-01T10:05:00.765Z');
  return putRelationship(world, { status: 'active', activatedAt, endsAt, ...changes });
};

export const anAssignment = (changes: Partial<Assignment> = {}): Assignment => ({
  id: '6da9a001-0001-4601-8601-00000000006a',
  group: agents,
  roles: [roles.directoryReaders, roles.serviceSupport],
  status: 'active',
  createdAt: at('2026-03-02T10:10:00Z'),
  modifiedAt: at('2026-03-02T10:10:00Z'),
  version: 0,
  ...changes,
});

export const anOperation = (status: Operation['status']): Operation => ({
  id: '6da9b001-0001-4601-8601-00000000006b',
  operationType: 'delegatedAdminAccessAssignmentUpdate',
  data: '{"AccessAssignmentId": "6da9a001-0001-4601-8601-00000000006a"}',
  change: { what: 'assignment-roles', assignment: '6da9a001-0001-4601-8601-00000000006a', roles: [roles.directoryReaders] },
  status,
  createdAt: at('2026-03-02T10:20:00Z'),
  modifiedAt: at('2026-03-02T10:20:30Z'),
});

/** The partners, and one customer. */
const bakery = () => {
  const scene = sandboxScene();
  return { ...scene, customer: addCustomer(scene.world, solsikke) };
};

export interface Arranged {
  readonly arrange?: (world: World, customer: Customer) => void;
  readonly claims?: Partial<Claims>;
  /** Keys whose values may differ besides those that differ everywhere. */
  readonly also?: readonly string[];
  /** Another place than the recorded one, where that names something that only its world knows. */
  readonly place?: (surface: Surface) => Promise<string>;
}

interface Recorded {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Record<string, string>;
    readonly body?: unknown;
  };
  readonly response: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: unknown };
}

/** Where the tests' surfaces stand. */
const HERE = 'http://127.0.0.1/surface';

/** As if it had been recorded here. */
const recordedHere = (name: string, host: string): Recorded => {
  const text = readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text.replaceAll(host, HERE)) as Recorded;
};

export const placeIn = (url: string): string => url.replace(HERE, '');

/** What the world makes itself: ids of requests, and the time that it is. */
const ofTheWorld = ['createdDateTime', 'lastModifiedDateTime'];
const inErrors = ['date', 'request-id', 'client-request-id'].map((key) => `error.innerError.${key}`);
const requestIds = ['request-id', 'client-request-id', 'x-ms-request-id', 'x-ms-correlation-request-id'];

const GUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;
const withoutIds = (value: string | undefined): string | undefined => value?.replaceAll(GUID, '#');

/** Recorded headers that are missing, or say something else than another id. */
const headersMissed = (recorded: Readonly<Record<string, string>>, given: Reply['headers'] = {}, also: readonly string[]) =>
  Object.entries(recorded)
    .filter(([name]) => given[name] === undefined || !(also.includes(name) || requestIds.includes(name)))
    .filter(([name, value]) => withoutIds(given[name]) !== withoutIds(value))
    .map(([name, value]) => `${name}: ${String(given[name])} instead of ${value}`);

const bodyOf = ({ body }: Reply): unknown => (body === undefined ? null : JSON.parse(JSON.stringify(body)));

/** Asks what was recorded of a surface in a world arranged for it: the status, and where the answer differs. */
export const asRecorded = async (
  name: string,
  { arrange, claims = {}, also = [], place }: Arranged,
  { host, create }: { readonly host: string; readonly create: (world: World, claims: Claims) => Surface },
) => {
  const { world, customer } = bakery();
  arrange?.(world, customer);
  const surface = create(world, claimsOf(world, nordlys, { audience: host, ...claims }));
  const { request, response } = recordedHere(name, host);
  const path = placeIn((await place?.(surface)) ?? request.url);
  const reply = await ask(surface, request.method, path, { headers: request.headers, body: request.body });
  const varies = [...ofTheWorld, ...also].flatMap((key) => [key, `value[].${key}`, `properties.${key}`]);
  return {
    status: [reply.status, response.status] as const,
    headers: headersMissed(response.headers, reply.headers, also),
    body: differences(response.body, bodyOf(reply), [...varies, ...inErrors]),
  };
};
