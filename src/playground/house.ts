import type { Chat } from './teams/world.ts';
import type { Teams } from './teams/teams.ts';
import type { Account } from '../clouds/account.ts';
import type { BotHosts } from '../clouds/profiles.ts';
import { listen, createServer } from '../http/server.ts';
import type { Door, Page } from '../http/server.ts';
import type { Language } from '../languages/speak.ts';
import { createGraphPost } from '../services/graph-post.ts';
import type { AtMicrosoft } from '../services/at-microsoft.ts';
import type { Services } from '../services/services.ts';
import { wantedEvents } from '../partner-center/wanted-events.ts';
import { createFilePost } from '../mail/file-post.ts';
import type { HouseRules } from '../policy/index.ts';
import type { Clock, People, Store } from '../ports.ts';
import { createBot } from '../production/create-bot.ts';
import { sandboxProfile } from '../sandbox/profile.ts';
import type { Sandbox } from '../sandbox/server.ts';
import type { Secrets } from '../tokens/secrets.ts';
import { createLine } from '../wire/line.ts';
import type { Limits } from '../wire/limits.ts';

/** Our made-up partner. */
export const nordlys = {
  tenant: '7a11c0de-1111-4a10-8a10-0000000000a1',
  name: 'Nordlys Cloud AS',
  partnerId: '6100001',
  clientId: 'ab9f0000-0001-4f01-8f01-0000000000f1',
  /** Who signs what its Teams sends. */
  issuer: 'https://api.chat.example',
  bot: { id: 'b070b070-0001-4f01-8f01-0000000000f2', name: 'Handshake', secret: 'secret-of-the-bot.example' },
} as const;

/** What no service tells of it. */
const facts = {
  'partner.type': 'direct_bill',
  'partner.restrictedDirectBill': false,
  'partner.alsoIndirectReseller': false,
  'partner.sharedServicesTenant': false,
  'partner.onboardedToCloud': true,
  'partner.azureExpertMsp': false,
  'partner.gccQualified': false,
  'partner.has0145P': false,
  'partner.country': 'NO',
};

const groups = [
  {
    id: '96090003-0003-4903-8903-000000000093',
    name: 'Handshake service desk',
    roles: [
      ...['directory_readers', 'service_support_administrator', 'license_administrator', 'user_administrator'],
      ...['groups_administrator', 'helpdesk_administrator'],
    ],
  },
  { id: '96090004-0004-4904-8904-000000000094', name: 'Handshake security', roles: ['security_reader', 'global_reader'] },
];

/** Ourselves, and our sister companies in the clouds that are apart; the digit is theirs in all of their ids. */
const companies = {
  global: { tenant: nordlys.tenant, name: nordlys.name, partnerId: nordlys.partnerId, domain: 'nordlys.example', digit: '0' },
  us_gov: {
    tenant: '7a11c0de-5555-4a10-8a10-0000000000a5',
    name: 'Nordlys Government LLC',
    partnerId: '6100005',
    domain: 'nordlysgov.example',
    digit: '4',
  },
  china_21v: {
    tenant: '7a11c0de-6666-4a10-8a10-0000000000a6',
    name: 'Nordlys China Co Ltd',
    partnerId: '6100006',
    domain: 'nordlyschina.example',
    digit: '5',
  },
} as const;

type Where = keyof typeof companies;

const DIGIT_AT = 30;

const idIn = (id: string, digit: string): string => id.slice(0, DIGIT_AT) + digit + id.slice(DIGIT_AT + 1);

/** Where Partner Center tells its news, and who signs for it here. */
const webhookAt = ({ hearsNews = false, port = 0, sandbox }: Means): Account['webhook'] =>
  hearsNews ? { url: `http://127.0.0.1:${port}/hooks/partner-center`, issuers: [sandbox.certificates.authority] } : null;

/** Registers where the account wants to hear of news, for what cases wait for. */
const registerNews = ({ account: { tenantId, profile, webhook } }: AtMicrosoft, { world }: Sandbox): void => {
  if (webhook === null) return;
  world.registrations.set(tenantId, {
    ...{ subscriberId: tenantId, url: webhook.url, events: wantedEvents(profile) },
    ...{ inOwnHeader: true, modifiedAt: world.now() },
  });
};

const postOf = ({ letters }: Means, { offices: [office] }: Services) => {
  if ('folder' in letters) return { post: createFilePost(letters.folder), from: 'handshake@nordlys.example' };
  if (office === undefined) throw new Error('Without an account there is no mailbox.');
  return { post: createGraphPost(office), from: letters.mailbox };
};

const accountAt = (base: string, where: Where, more: Pick<Account, 'facts' | 'webhook'>): Account => {
  const { tenant, name, partnerId, domain, digit } = companies[where];
  return {
    profile: sandboxProfile(where, base),
    tenantId: tenant,
    name,
    partnerId,
    application: { clientId: idIn(nordlys.clientId, digit), credential: { kind: 'secret', secret: `secret-of-${domain}` } },
    groups: groups.map((group) => ({ ...group, id: idIn(group.id, digit) })),
    adminAgentsGroup: idIn('96090001-0001-4901-8901-000000000091', digit),
    ...more,
    acceptWord: 'Accept',
  };
};

/** Somebody of ours has signed in there once: what is kept of it. */
const signedInTo = (sandbox: Sandbox, where: Where): [name: string, token: string] => {
  const { tenant, domain, digit } = companies[where];
  const clientId = idIn(nordlys.clientId, digit);
  const signedIn = sandbox.signIn(where, { upn: `admin.agent@${domain}`, clientId, mfa: true });
  if (signedIn === null) throw new Error(`Nobody of ${domain} can sign in`);
  return [`sign-in.${where}.${tenant}`, signedIn.refreshToken];
};

const memorySecrets = (first: ReadonlyMap<string, string>): Secrets => {
  const kept = new Map(first);
  return {
    read: (name) => Promise.resolve(kept.get(name) ?? null),
    write: (name, value) => {
      kept.set(name, value);
      return Promise.resolve();
    },
  };
};

interface Means {
  readonly clock: Clock;
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly teams: Teams;
  readonly people: People;
  readonly rules: () => HouseRules;
  readonly tell: (sentence: string) => void;
  readonly salt: () => string;
  readonly pages?: readonly Page[];
  /** What else is served beside the bot. */
  readonly doors?: readonly Door[];
  readonly port?: number;
  /** Partner Center tells its news as soon as there is any; `port` has to be known for that. */
  readonly hearsNews?: boolean;
  /** The folder where letters are laid down, or the mailbox of ours from which Microsoft sends them. */
  readonly letters: { readonly folder: string } | { readonly mailbox: string };
  readonly approvals?: { readonly channel: Chat; readonly language: Language };
  readonly limits?: Partial<Limits>;
  readonly patienceMs?: number;
  /** What we are, where it is not the usual. */
  readonly facts?: Account['facts'];
  /** Origins of other programs that are to the bot what Teams is. */
  readonly alsoServing?: readonly string[];
  /** The clouds besides the usual one in which a sister company of ours is at home. */
  readonly alsoIn?: readonly Exclude<Where, 'global'>[];
  /** Where customers find our pages, as they type it and letters print it, without a scheme; left out: there are none. */
  readonly customers?: string;
}

/** Everything of ours for a made-up partner, with a made-up Microsoft and Teams at the other end of HTTP. */
export const openHouse = async (means: Means) => {
  const { clock, store, sandbox, teams, people, tell, salt } = means;
  const operator = { tell };
  const line = createLine(means.limits);
  const clouds = ['global', ...(means.alsoIn ?? [])] as const;
  const secrets = memorySecrets(new Map(clouds.map((cloud) => signedInTo(sandbox, cloud))));
  const accountIn = (cloud: Where): Account =>
    accountAt(sandbox.place.base, cloud, {
      facts: { ...facts, ...means.facts },
      webhook: cloud === 'global' ? webhookAt(means) : null,
    });
  const account = accountIn('global');
  const { serviceUrl, login, metadata, graph } = teams.addresses();
  const bot: BotHosts = {
    ...account.profile.bot,
    metadata,
    issuer: nordlys.issuer,
    services: [teams.place.base, ...(means.alsoServing ?? [])],
    proactive: serviceUrl,
  };
  const { app, services } = await createBot({
    ports: { store, clock, operator, house: means.rules, chance: { salt, fraction: () => 0.5 } },
    accounts: [account, ...(means.alsoIn ?? []).map(accountIn)],
    bot: {
      ...{ id: nordlys.bot.id, credential: { kind: 'secret', secret: nordlys.bot.secret }, tenantId: nordlys.tenant },
      profile: { ...account.profile, login, bot, graph },
      // In this catalogue the app has the id of its bot.
      catalogueId: nordlys.bot.id,
    },
    ...{ line, secrets, people },
    letters: (at) => postOf(means, at),
    senders: () => ({ name: nordlys.name, partnerId: nordlys.partnerId }),
    fixedText: () => null,
    channels: means.approvals
      ? [{ chat: { id: means.approvals.channel.id, service: serviceUrl }, language: means.approvals.language }]
      : [],
    ...(means.customers !== undefined && { customers: means.customers }),
    ...(means.patienceMs !== undefined && { patienceMs: means.patienceMs }),
  });
  const server = createServer(means.pages ?? [], [...app.doors, ...(means.doors ?? [])]);
  const port = await listen(server, means.port ?? 0, '127.0.0.1');
  for (const office of services.offices) registerNews(office, sandbox);
  const shut = async (): Promise<void> => {
    app.stop();
    server.server.closeAllConnections();
    server.close();
    await line.close();
  };
  return {
    ...app,
    /** Where Teams calls. */
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    port,
    close: async () => {
      app.stop();
      await app.settled();
      await shut();
    },
    /** As if its machine had lost its power: whatever is under way stays as it is. */
    kill: shut,
  };
};

export type House = Awaited<ReturnType<typeof openHouse>>;
