import { expect } from '@jest/globals';
import { instant } from '../../src/cases/time.ts';
import type { profiles } from '../../src/clouds/profiles.ts';
import { examine } from '../../src/cli/doctor/examine.ts';
import type { Report, Surgery } from '../../src/cli/doctor/rounds.ts';
import type { Line as Said } from '../../src/cli/doctor/finding.ts';
import { written } from '../../src/cli/doctor/written.ts';
import { sandboxProfile } from '../../src/sandbox/profile.ts';
import type { Partner } from '../../src/sandbox/world.ts';
import { createLine } from '../../src/wire/line.ts';
import type { Line } from '../../src/wire/line.ts';
import { file } from './files.ts';
import { openSandbox, sharedCertificates } from './sandbox.ts';
import type { OpenSandbox } from './sandbox.ts';
import { memorySecrets } from './sandboxed.ts';

export type Cloud = keyof typeof profiles;

export const hook = 'https://handshake.nordlys.example/news';

const tenants: Readonly<Record<Cloud, string>> = {
  global: '7a11c0de-1111-4a10-8a10-0000000000a1',
  us_gov: '7a11c0de-5555-4a10-8a10-0000000000a5',
  china_21v: '7a11c0de-6666-4a10-8a10-0000000000a6',
};

const wanted: Readonly<Record<Cloud, readonly string[]>> = {
  global: ['reseller', 'granular', 'transfer'],
  us_gov: ['reseller', 'granular'],
  china_21v: ['reseller'],
};

/** What somebody who knows what we need would register. */
const eventsIn = (cloud: Cloud): string[] =>
  [
    'reseller-relationship-accepted-by-customer',
    'indirect-reseller-relationship-accepted-by-customer',
    ...['approved', 'activated', 'terminated', 'expired'].map((one) => `granular-admin-relationship-${one}`),
    ...['create', 'update', 'complete', 'fail', 'expire'].map((one) => `${one}-transfer`),
  ].filter((event) => wanted[cloud].some((part) => event.includes(part)));

const ourselves = ({ world }: OpenSandbox, cloud: Cloud): Partner => {
  const partner = world.partners.get(tenants[cloud]);
  if (partner === undefined) throw new Error(`Nobody lives in ${cloud}`);
  return partner;
};

/** An account as an operator writes it down. */
export const entryOf = (sandbox: OpenSandbox, cloud: Cloud) => {
  const { tenantId, name, partnerId, applications, groups } = ourselves(sandbox, cloud);
  const { login, partnerCenter, graph, azure, machineIdentity, certificateOrigins } = sandboxProfile(cloud, sandbox.base);
  const roles = [['directory_readers', 'service_support_administrator'], ['global_reader']];
  return {
    ...{ cloud, tenantId, name, partnerId },
    application: {
      clientId: applications[0]?.clientId ?? '',
      credential: { kind: 'secret', secret: { variable: `SECRET_OF_${cloud}` } } as Record<string, unknown>,
    },
    groups: cloud === 'china_21v' ? [] : groups.slice(2).map((one, at) => ({ id: one.id, name: one.name, roles: roles[at] ?? [] })),
    webhook: { url: hook, issuers: [{ variable: 'ISSUER' }] as Record<string, string>[] },
    hosts: { login, partnerCenter, graph, azure, machineIdentity, certificateOrigins },
  };
};

export interface Clinic {
  readonly sandbox: OpenSandbox;
  /** Our account in the first of the clouds, as it is written down. */
  readonly account: ReturnType<typeof entryOf>;
  readonly ours: Partner;
  readonly environment: Record<string, string>;
  readonly secrets: ReturnType<typeof memorySecrets>;
}

/** Ours, changed in a thing that the made-up world does not change by itself. */
export const becomes = ({ sandbox, ours }: Clinic, changes: Partial<Partner>): void => {
  sandbox.world.partners.set(ours.tenantId, { ...ours, ...changes });
};

export const signedIn = ({ sandbox, secrets, ours, account }: Clinic, who = 'admin.agent', mfa = true): string => {
  const { cloud, tenantId } = account;
  const grant = sandbox.signIn(cloud, { upn: `${who}@${ours.domain}`, clientId: account.application.clientId, mfa });
  secrets.kept.set(`sign-in.${cloud}.${tenantId}`, grant?.refreshToken ?? '');
  return grant?.refreshToken ?? '';
};

const quickly = { firstPauseMs: 1, longestPauseMs: 2, longestWaitMs: 0, tries: 2 };

let runs = 0;

/** Everything is in order, but for the harm that is done to the first of the accounts. */
export const prepared = async (
  harm: (clinic: Clinic) => void = () => undefined,
  clouds: readonly [Cloud, ...Cloud[]] = ['global'],
) => {
  const sandbox = await openSandbox();
  const secrets = memorySecrets();
  const environment: Record<string, string> = { ISSUER: sharedCertificates().authority };
  const clinics = clouds.map((cloud): Clinic => {
    const clinic = { sandbox, account: entryOf(sandbox, cloud), ours: ourselves(sandbox, cloud), environment, secrets };
    const { tenantId, applications } = clinic.ours;
    environment[`SECRET_OF_${cloud}`] = applications[0]?.secret ?? '';
    signedIn(clinic);
    const registration = { subscriberId: 's', url: hook, events: eventsIn(cloud), inOwnHeader: false };
    sandbox.world.registrations.set(tenantId, { ...registration, modifiedAt: sandbox.world.now() });
    return clinic;
  });
  const [first] = clinics;
  if (first !== undefined) harm(first);
  const path = file(`accounts-${String(++runs)}.json`, { accounts: clinics.map(({ account }) => account) });
  return { sandbox, secrets, environment, path };
};

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What somebody else would have said in the place of the sandbox; undefined: nothing. */
export type Otherwise = (asked: Asked) => { readonly status: number; readonly body: unknown } | undefined;

/** A line that notes what goes over it. */
const noted = (wire: Line, asked: Asked[], otherwise: Otherwise): Line => ({
  ...wire,
  to: (base, atOnce) => {
    const host = wire.to(base, atOnce);
    return {
      ask: (outgoing, ...more) => {
        asked.push(outgoing);
        const other = otherwise(outgoing);
        if (other === undefined) return host.ask(outgoing, ...more);
        const bytes = Buffer.from(JSON.stringify(other.body));
        return Promise.resolve({ kind: 'answered', status: other.status, headers: {}, bytes });
      },
    };
  },
});

const changesNothing = ({ method, path }: Asked): boolean => method === 'GET' || (method === 'POST' && path.endsWith('/token'));

/** Somebody looks at what was prepared. */
export const attended = async (
  { sandbox, path, ...means }: Awaited<ReturnType<typeof prepared>>,
  look: (surgery: Surgery) => Promise<Report>,
  otherwise: Otherwise = () => undefined,
) => {
  const asked: Asked[] = [];
  const wire = noted(createLine(quickly), asked, otherwise);
  const clock = { now: () => instant(Date.parse(sandbox.world.now())) };
  const report = await look({ file: path, wire, clock, patience: { looks: 2, everyMs: 1 }, ...means });
  await wire.close();
  const changes = asked.filter((one) => !changesNothing(one)).map(({ method, path: where }) => `${method} ${where}`);
  /** As an operator reads it, with addresses that are the same in every run. */
  const text = written({ ...report, file: 'accounts.json' })
    .replaceAll(sandbox.base, 'http://sandbox.example')
    .replaceAll(/(request-id) [\da-f-]{36}/g, '$1 …');
  return { report, text, changes, ...means };
};

/** The doctor looks at it. */
export const visited = async (...how: Parameters<typeof prepared>) => attended(await prepared(...how), examine);

/** All but what is well. */
export const complaints = ({ lines, accounts }: Report): readonly Said[] =>
  [...lines, ...accounts.flatMap((one) => one.lines)].filter(({ is }) => is !== 'ok');

export const SIGN_IN_AGAIN = /^Let an Admin agent sign in again, with a second factor: handshake sign-in --cloud global$/;

/** What is wrong; then, whether it is a fault, what the doctor says of it, the next step, and how much it leaves untried. */
export type Sickness = readonly [
  string,
  (clinic: Clinic) => void,
  is: 'fault' | 'warning',
  words: RegExp,
  next: RegExp,
  notTried: number,
];

/** What was found, as it has to be compared: exactly this is wrong, and nothing else that it does not stand in the way of. */
export const diagnosed = async (
  harm: Sickness[1],
  ...[is, words, next, notTried]: [Sickness[2], Sickness[3], Sickness[4], Sickness[5]]
) => {
  const { report, changes } = await visited(harm);
  const all = complaints(report);
  const wrong = all.filter((line) => line.is !== 'not-tried');
  const blocked = all.filter((line) => line.is === 'not-tried');
  const cause = `because of the fault at “${String(wrong[0]?.tried)}”`;
  return {
    found: {
      wrong: wrong.map((line) => [line.is, `${line.tried}: ${line.words}`, 'next' in line ? line.next : '']),
      notTried: blocked.length,
      because: [...new Set(blocked.map((line) => line.words))],
      changes,
    },
    asExpected: {
      wrong: [[is, expect.stringMatching(words), expect.stringMatching(next)]],
      notTried,
      because: notTried === 0 ? [] : [cause],
      changes: [],
    },
  };
};
