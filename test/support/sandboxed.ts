import { instant } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { Account } from '../../src/clouds/account.ts';
import { sandboxProfile } from '../../src/sandbox/profile.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { createSandbox, listenSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { instantly } from '../../src/sandbox/timing.ts';
import type { World as MadeUp } from '../../src/sandbox/world.ts';
import { createServices } from '../../src/services/services.ts';
import type { HouseRules } from '../../src/policy/index.ts';
import type { Secrets } from '../../src/tokens/secrets.ts';
import { createLine } from '../../src/wire/line.ts';
import type { Limits } from '../../src/wire/limits.ts';
import { createCertificates } from '../../src/sandbox/webhooks/certificates.ts';
import { nordlys } from './sandbox-world.ts';
import { createWorld } from './world.ts';

const START = '2026-03-02T09:00:00.000Z' as Instant;

export const clientId = 'ab9f0000-0001-4f01-8f01-0000000000f1';

/** Two of our groups: one for daily work, one for what only few may do. */
const groups = [
  {
    id: '96090003-0003-4903-8903-000000000093',
    name: 'Handshake service desk',
    roles: ['directory_readers', 'service_support_administrator', 'license_administrator', 'user_administrator'],
  },
  { id: '96090004-0004-4904-8904-000000000094', name: 'Handshake security', roles: ['security_reader', 'global_reader'] },
];

export const accountAt = (base: string, more: Partial<Account> = {}): Account => ({
  profile: sandboxProfile('global', base),
  tenantId: nordlys,
  name: 'Nordlys Cloud AS',
  partnerId: '6100001',
  application: { clientId, credential: { kind: 'secret', secret: 'secret-of-nordlys.example' } },
  groups,
  facts: {},
  acceptWord: 'Accept',
  webhook: null,
  ...more,
});

export const memorySecrets = (): { -readonly [K in keyof Secrets]: Secrets[K] } & { readonly kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (name) => Promise.resolve(kept.get(name) ?? null),
    write: (name, value) => {
      kept.set(name, value);
      return Promise.resolve();
    },
  };
};

/** Patient enough for a test, and not more. */
const quickly: Partial<Limits> = {
  headersMs: 300,
  bodyMs: 300,
  attemptMs: 400,
  callMs: 2000,
  firstPauseMs: 1,
  longestPauseMs: 2,
  longestWaitMs: 50,
  breakAfter: 1000,
  brokenMs: 1,
};

/** Keys take their time: one set is enough for many worlds. */
let certificates: ReturnType<typeof createCertificates> | null = null;

interface Setting {
  readonly populate?: (world: MadeUp) => void;
  readonly start?: Instant;
  readonly limits?: Partial<Limits>;
  readonly account?: Partial<Account>;
  readonly house?: HouseRules;
  readonly sandbox?: Partial<Parameters<typeof createSandbox>[0]>;
}

/** The whole of what we do for a case, over HTTP, against the made-up Microsoft; letters, cards and people stay made up. */
export const createSandboxed = async (setting: Setting = {}) => {
  let now = setting.start ?? START;
  const line = createLine({ ...quickly, ...setting.limits });
  const sandbox: Sandbox = createSandbox({
    now: () => now,
    timing: instantly,
    certificates: (certificates ??= createCertificates(START)),
    populate: (world) => {
      addPartners(world);
      setting.populate?.(world);
    },
    limits: { customers: null },
    tell: (sentence) => told.push(sentence),
    ...setting.sandbox,
  });
  const told: string[] = [];
  /** Whatever we asked, in its order: which face, how, and where. */
  const asked: { readonly surface: string; readonly method: string; readonly path: string }[] = [];
  const handler: Sandbox['handler'] = (request, response) => {
    const [, , surface = '', ...path] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
    asked.push({ surface, method: request.method ?? '', path: `/${path.join('/')}` });
    sandbox.handler(request, response);
  };
  const listening = await listenSandbox({ ...sandbox, handler }, 0);
  const secrets = memorySecrets();
  const signedIn = sandbox.signIn('global', { upn: 'admin.agent@nordlys.example', clientId, mfa: true });
  if (signedIn === null) throw new Error('Nobody could sign in');
  secrets.kept.set(`sign-in.global.${nordlys}`, signedIn.refreshToken);

  const account = accountAt(listening.base, setting.account);
  const clock = { now: () => now };
  const operator = { tell: (sentence: string) => void told.push(sentence) };
  const services = createServices({ accounts: [account], line, clock, secrets, operator, patience: { looks: 2, everyMs: 1 } });
  const world = createWorld({ start: now, outside: services, ...(setting.house && { house: setting.house }) });

  /** One clock for both sides. */
  const set = (to: Instant): void => {
    now = to;
    world.set(to);
    sandbox.world.settle();
  };

  return {
    ...world,
    account,
    sandbox,
    made: sandbox.world,
    requests: asked,
    secrets,
    line,
    base: listening.base,
    offices: services.offices,
    companies: services.companies,
    holdings: services.holdings,
    shell: services.shell,
    toldOperator: told,
    set,
    /** Some time later, and everything that is due on the way has happened, on both sides. */
    run: async (span: { readonly days?: number; readonly hours?: number; readonly minutes?: number }) => {
      const { days = 0, hours = 0, minutes = 0 } = span;
      const until = instant(Date.parse(now) + ((days * 24 + hours) * 60 + minutes) * 60_000);
      await world.clockwork.runForward(until, set);
    },
    close: async () => {
      await line.close();
      await listening.close();
    },
  };
};

export type Sandboxed = Awaited<ReturnType<typeof createSandboxed>>;
