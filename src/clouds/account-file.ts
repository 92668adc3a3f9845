import * as z from 'zod';
import { factTypes } from '../policy/index.ts';
import type { FactPath } from '../policy/index.ts';
import type { Account, Credential } from './account.ts';
import { profiles } from './profiles.ts';

/** A secret stands somewhere else, never in the file: in a variable of the environment, or in a file of its own. */
const Elsewhere = z.union(
  [z.strictObject({ variable: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })],
  'expected where it stands: { "variable": NAME } or { "file": PATH }',
);
type Elsewhere = z.infer<typeof Elsewhere>;

const CredentialEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secret'), secret: Elsewhere }),
  z.strictObject({ kind: z.literal('certificate'), privateKey: Elsewhere, certificate: Elsewhere }),
  z.strictObject({ kind: z.literal('machine'), clientId: z.guid().nullable().default(null) }),
]);

const isSecure = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

/** Secrets go there, or are believed because of where they come from. */
const Address = z.string().refine(isSecure, 'expected an address that begins with https://');

/** Paths are put behind it, and links compared with it. */
const Base = Address.transform((address) => new URL(address).href.replace(/\/$/, ''));

const HOST = /^(?:\*\.)?[a-z\d](?:[a-z\d.-]*[a-z\d])?$/;

/** By its name, by all below a name, or as a whole origin: as `BotHosts` has them. */
const ServiceHost = z
  .string()
  .refine(
    (written) => HOST.test(written) || isSecure(written),
    'expected a host, all hosts below a name (*.NAME), or an address that begins with https://',
  )
  .transform((written) => (HOST.test(written) ? written : new URL(written).origin));

/** The same of the services that stand between the bot and people. */
const BotHostsWritten = z
  .strictObject({
    login: Base,
    metadata: Address,
    issuer: z.string().min(1),
    services: z.array(ServiceHost).min(1),
    proactive: Address.nullable(),
  })
  .partial();

/** A service stands somewhere else than usual: an address that Microsoft has changed, or a stand-in. */
const Hosts = z
  .strictObject({
    login: Base,
    partnerCenter: Base,
    graph: Base,
    azure: Base,
    // On the machine itself, where nobody has certificates.
    machineIdentity: z.url(),
    granularAdminInvitation: Address,
    certificateOrigins: z.array(Address.transform((address) => new URL(address).origin)),
    bot: BotHostsWritten,
  })
  .partial();

const isOurs = (path: string): path is FactPath => path.startsWith('partner.') && factTypes.has(path as FactPath);

/** Facts about us, by the names of the rulebook, each of its type. */
const OurFacts = z.record(z.string(), z.unknown()).superRefine((facts, context) => {
  for (const [path, value] of Object.entries(facts)) {
    const type = isOurs(path) ? factTypes.get(path) : undefined;
    if (type === undefined) context.addIssue({ code: 'custom', path: [path], message: 'no fact about a partner has this name' });
    else if (!type.safeParse(value).success) context.addIssue({ code: 'custom', path: [path], message: 'no such value' });
  }
});

const Entry = z.strictObject({
  cloud: z.enum(['global', 'us_gov', 'china_21v']),
  tenantId: z.guid().toLowerCase(),
  name: z.string().min(1),
  partnerId: z.string().regex(/^\d{4,12}$/, 'expected the PartnerID, a number'),
  application: z.strictObject({ clientId: z.guid(), credential: CredentialEntry }),
  groups: z.array(z.strictObject({ id: z.guid(), name: z.string().min(1), roles: z.array(z.string().min(1)).min(1) })).default([]),
  adminAgentsGroup: z.guid().toLowerCase().optional(),
  facts: OurFacts.default({}),
  acceptWord: z.string().min(1).default('Accept'),
  webhook: z
    .strictObject({ url: Address, issuers: z.array(Elsewhere).default([]) })
    .nullable()
    .default(null),
  hosts: Hosts.default({}),
});

/** Our accounts at Microsoft, one for each cloud at most. */
export const AccountFile = z.strictObject({
  accounts: z
    .array(Entry)
    .min(1)
    .refine((all) => new Set(all.map(({ cloud }) => cloud)).size === all.length, 'expected one account for each cloud at most'),
});
export type AccountFile = z.infer<typeof AccountFile>;

/** Looks where a secret stands; throws, in words, when it is not there. */
export type Reveal = (elsewhere: Elsewhere) => Promise<string>;

const credentialOf = async (entry: z.infer<typeof CredentialEntry>, reveal: Reveal): Promise<Credential> => {
  switch (entry.kind) {
    case 'secret':
      return { kind: 'secret', secret: await reveal(entry.secret) };
    case 'certificate':
      return { kind: 'certificate', privateKey: await reveal(entry.privateKey), certificate: await reveal(entry.certificate) };
    case 'machine':
      return entry;
  }
};

const accountOf = async (entry: z.infer<typeof Entry>, reveal: Reveal): Promise<Account> => {
  const { cloud, hosts, application, webhook, ...rest } = entry;
  return {
    ...rest,
    profile: { ...profiles[cloud], ...hosts, bot: { ...profiles[cloud].bot, ...hosts.bot } },
    application: { clientId: application.clientId, credential: await credentialOf(application.credential, reveal) },
    webhook: webhook && { url: webhook.url, issuers: await Promise.all(webhook.issuers.map(reveal)) },
  };
};

export const accountsOf = ({ accounts }: AccountFile, reveal: Reveal): Promise<Account[]> =>
  Promise.all(accounts.map((entry) => accountOf(entry, reveal)));
