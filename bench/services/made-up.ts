/** The made-up Microsoft in a process of its own, so that what it takes is not taken for ours. Whoever starts it asks by message. */
import type { RequestListener } from 'node:http';
import { instant } from '../../src/cases/time.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { createSandbox, listenSandbox } from '../../src/sandbox/server.ts';
import { instantly } from '../../src/sandbox/timing.ts';
import type { Relationship } from '../../src/sandbox/granted.ts';
import type { World } from '../../src/sandbox/world.ts';
import { addCustomer, nordlys, tie } from '../../test/support/sandbox-world.ts';
import { START } from '../store/partner.ts';
import { grantedUntil, relationshipOf, tenantOf } from './numbered.ts';

export interface Setting {
  readonly customers: number;
  /** How many of them have granted us directory roles. */
  readonly granted: number;
  /** Graph takes so many writes in so many seconds. */
  readonly writes: { readonly most: number; readonly seconds: number } | null;
  /** When whoever has started us began to count time. */
  readonly origin: number;
}

/** One request that was answered. */
export interface Heard {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

type Listed = Pick<Relationship, 'displayName' | 'status'> & { readonly tenant: string | null };

/** What can be asked, and what is answered. */
export interface Asked {
  /** Time passes. */
  readonly pass: { readonly wants: number; readonly gets: null };
  /** What was heard since the last time. */
  readonly heard: { readonly wants: null; readonly gets: readonly Heard[] };
  readonly relationships: { readonly wants: null; readonly gets: readonly Listed[] };
}

export interface Opened {
  readonly base: string;
  readonly refreshToken: string;
}

export const clientId = 'ab9f0000-0001-4f01-8f01-0000000000f1';

const roles = ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'f023fd81-a637-4b56-95fd-791ac0226033'];

const grantedTo = (world: World, n: number): Relationship => {
  const at = world.now();
  return {
    id: relationshipOf(n),
    partner: nordlys,
    displayName: `Handshake ${n}`,
    duration: 'P730D',
    customer: { tenantId: tenantOf(n), displayName: `Customer ${n}` },
    roles: [...roles],
    autoExtend: 'PT0S',
    status: 'active',
    ...{ visibleAt: at, createdAt: at, modifiedAt: at, activatedAt: at, endsAt: grantedUntil },
    ...{ version: 3, requests: [], assignments: [], operations: [], indirectProvider: null },
  };
};

const opened = async ({ customers, granted, writes, origin }: Setting) => {
  let passed = 0;
  let heard: Heard[] = [];
  const now = (): number => START + passed + performance.timeOrigin + performance.now() - origin;
  const sandbox = createSandbox({
    now: () => instant(now()),
    timing: instantly,
    populate: (world) => {
      addPartners(world);
      for (let n = 0; n < customers; n++) tie(addCustomer(world, tenantOf(n), { name: `Customer ${n}` }), nordlys);
      for (let n = 0; n < granted; n++) world.relationships.set(relationshipOf(n), grantedTo(world, n));
    },
    limits: { graphWrites: writes },
  });
  const handler: RequestListener = (request, response) => {
    const { method = '', url = '' } = request;
    response.on('finish', () => {
      heard.push({ at: now(), method, path: url.split('?')[0] ?? '', status: response.statusCode });
    });
    sandbox.handler(request, response);
  };
  const { base } = await listenSandbox({ ...sandbox, handler }, 0);
  const signedIn = sandbox.signIn('global', { upn: 'admin.agent@nordlys.example', clientId, mfa: true });
  if (signedIn === null) throw new Error('Nobody could sign in');

  const answers: { readonly [What in keyof Asked]: (wants: Asked[What]['wants']) => Asked[What]['gets'] } = {
    pass: (ms) => {
      passed += ms;
      return null;
    },
    heard: () => {
      const all = heard;
      heard = [];
      return all;
    },
    relationships: () =>
      [...sandbox.world.relationships.values()].map(({ displayName, status, customer }) => ({
        ...{ displayName, status },
        tenant: customer?.tenantId ?? null,
      })),
  };
  return { answers, opened: { base, refreshToken: signedIn.refreshToken } satisfies Opened };
};

if (process.argv[1] === import.meta.filename && process.send !== undefined) {
  const { answers, opened: first } = await opened(JSON.parse(process.argv[2] ?? '') as Setting);
  process.on('message', ([what, wants]: [keyof Asked, never]) => process.send?.(answers[what](wants)));
  process.on('disconnect', () => process.exit());
  process.send(first);
}
