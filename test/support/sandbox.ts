import { readFileSync } from 'node:fs';
import { afterEach } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import { addPartners } from '../../src/sandbox/partners.ts';
import { createSandbox, listenSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { instantly } from '../../src/sandbox/timing.ts';
import { createCertificates } from '../../src/sandbox/webhooks/certificates.ts';
import type { Certificates } from '../../src/sandbox/webhooks/certificates.ts';
import type { World } from '../../src/sandbox/world.ts';
import { addCustomer, nordlys, solsikke, tie } from './sandbox-world.ts';

const START = Date.parse('2026-03-02T09:00:00.000Z');

let certificates: Certificates | null = null;

/** Keys take their time: one set is enough for a file of tests. */
export const sharedCertificates = (): Certificates => (certificates ??= createCertificates(instant(START)));

export interface OpenSandbox extends Sandbox {
  readonly base: string;
  /** Sets the outer clock on. */
  readonly pass: (seconds: number) => void;
  /** What the sandbox’s works had to say. */
  readonly told: string[];
}

type Beginning = Partial<Parameters<typeof createSandbox>[0]>;

const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

const people = (world: World): void => {
  addPartners(world);
  tie(addCustomer(world, solsikke), nordlys);
};

/** A sandbox on a free port with the partners and one customer of ours, closed after the test. */
export const openSandbox = async (beginning: Beginning = {}): Promise<OpenSandbox> => {
  let now = START;
  const told: string[] = [];
  const sandbox = createSandbox({
    now: () => instant(now),
    timing: instantly,
    certificates: sharedCertificates(),
    populate: people,
    tell: (sentence) => told.push(sentence),
    ...beginning,
  });
  const { base, close } = await listenSandbox(sandbox, 0);
  opened.push(close);
  return {
    ...sandbox,
    base,
    told,
    pass: (seconds) => {
      now += seconds * 1000;
    },
  };
};

export interface Fixture {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>>;
  };
}

export const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as Fixture;

export const secret = 'secret-of-nordlys.example';
export const clientId = 'ab9f0000-0001-4f01-8f01-0000000000f1';
export const admin = { upn: 'admin.agent@nordlys.example', clientId, mfa: true };

/** Asks a token endpoint of the global cloud. */
export const askToken = async (base: string, path: string, form: Readonly<Record<string, string>>) => {
  const response = await fetch(`${base}/global/sign-in${path}`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
};

/** What a person who has signed in keeps. */
export const refreshToken = ({ signIn }: OpenSandbox, who = admin): string => signIn('global', who)?.refreshToken ?? '';

/** A token for one of our services. */
export const tokenFor = async (
  sandbox: OpenSandbox,
  resource = 'https://api.partnercenter.microsoft.com',
  who: typeof admin | null = admin,
): Promise<string> => {
  const grant: Record<string, string> =
    who === null
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: refreshToken(sandbox, who) };
  const form = { ...grant, client_id: clientId, client_secret: secret, resource };
  const { body } = await askToken(sandbox.base, `/${nordlys}/oauth2/token`, form);
  return String(body.access_token);
};
