import { createApp } from '../app.ts';
import type { Account, Credential } from '../clouds/account.ts';
import type { CloudProfile } from '../clouds/profiles.ts';
import { openCodes } from '../customer-pages/codes.ts';
import { checkFor } from '../customer-pages/customer-pages.ts';
import { createInstalledApps } from '../graph/installed-apps.ts';
import { createLetterCarrier } from '../letters/letter-carrier.ts';
import { createLetterFacts } from '../letters/letter-facts.ts';
import type { LetterMeans } from '../letters/compose.ts';
import type { Cloud } from '../policy/index.ts';
import type { Post } from '../ports.ts';
import { createServices } from '../services/services.ts';
import type { Services } from '../services/services.ts';
import { createTeamsEdge } from '../teams/edge.ts';
import { createTokens } from '../tokens/create-tokens.ts';
import type { MachineEndpoint } from '../tokens/machine-identity.ts';
import type { Secrets } from '../tokens/secrets.ts';
import { createService } from '../wire/create-service.ts';
import type { Authorize } from '../wire/create-service.ts';
import { graphDialect } from '../wire/dialects.ts';

/** The bot as Teams and its own tenant know it. */
export interface BotIdentity {
  /** Of its application. */
  readonly id: string;
  readonly credential: Credential;
  readonly tenantId: string;
  readonly profile: CloudProfile;
  /** Of its app in the tenant's catalogue of Teams; null: it is brought to nobody. */
  readonly catalogueId: string | null;
}

interface Letters {
  readonly post: Post;
  readonly from: string;
}

type AppMeans = Parameters<typeof createApp>[0];

interface Means<Mail>
  extends Pick<AppMeans, 'ports' | 'line' | 'people' | 'patienceMs'>, Pick<LetterMeans, 'senders' | 'fixedText'> {
  readonly accounts: readonly [Account, ...Account[]];
  readonly bot: BotIdentity;
  readonly secrets: Secrets;
  readonly machine?: MachineEndpoint;
  /** Who takes letters from us, and our address, from which they come. */
  readonly letters: (services: Services) => Mail;
  readonly channels: AppMeans['office']['channels'];
  /** Where customers find our pages, without a scheme; left out: there are none. */
  readonly customers?: string;
}

type Borne = Pick<Means<Letters>, 'accounts' | 'bot' | 'line' | 'secrets' | 'machine'> & Pick<AppMeans['ports'], 'clock'>;

/** What the bot itself asks for: with its own name and proof, in its own tenant. */
const botCalls = ({ accounts: [account], bot, ...means }: Borne) => {
  const { id: clientId, credential, tenantId } = bot;
  const profile = { ...bot.profile, login: bot.profile.bot.login ?? bot.profile.login };
  const tokens = createTokens({ ...means, account: { ...account, profile, tenantId, application: { clientId, credential } } });
  const authorizeFor =
    (audience: 'bot' | 'graph'): Authorize =>
    ({ fresh }) =>
      tokens.token({ audience, as: 'app', tenant: null, fresh });
  const graph = createService({ base: profile.graph, dialect: graphDialect, line: means.line, authorize: authorizeFor('graph') });
  return { authorize: authorizeFor('bot'), installed: createInstalledApps(graph, profile) };
};

/** The whole bot with everybody it deals with, whoever they are: the real ones, or those of a playground. */
export const createBot = async <Mail extends Letters>({
  accounts,
  bot,
  secrets,
  machine,
  letters,
  senders,
  fixedText,
  customers: address,
  channels,
  ...means
}: Means<Mail>) => {
  const { ports, line } = means;
  const { store, clock, chance, operator } = ports;
  const borne = { accounts, line, clock, secrets, ...(machine && { machine }) };
  const services = createServices({ ...borne, operator });
  const { authorize, installed } = botCalls({ ...borne, bot });
  const customers = address === undefined ? null : { codes: await openCodes(store, chance), address };
  const check = customers && { check: checkFor(customers) };
  const allowedHosts = (cloud: Cloud) =>
    accounts.filter(({ profile }) => profile.cloud === cloud).map(({ profile }) => new URL(profile.adminCenter).host);
  const { catalogueId } = bot;
  const mail = letters(services);

  const app = createApp({
    ...means,
    services,
    letters: {
      facts: createLetterFacts({ store, senders, allowedHosts, fixedText, ...check }),
      carrier: createLetterCarrier({
        store,
        senders,
        fixedText,
        domainsOf: services.domainsOf,
        post: mail.post,
        from: mail.from,
        ...check,
      }),
    },
    ...(customers && { customers }),
    office: { company: accounts[0].name, tenant: bot.tenantId, tenants: [bot.tenantId], senders, channels },
    chat: (conversation) =>
      createTeamsEdge({
        ...{ line, conversation, clock, chance, operator, authorize },
        hosts: bot.profile.bot,
        app: { id: bot.id },
        ...(catalogueId !== null && { install: (person) => installed.install(person, catalogueId) }),
      }),
  });
  return { app, services, mail };
};
