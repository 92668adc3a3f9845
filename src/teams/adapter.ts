import { CloudAdapter, ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Activity as SdkActivity } from 'botbuilder';
import type { BotHosts } from '../clouds/profiles.ts';
import type { Authorize } from '../wire/create-service.ts';
import type { Activity } from './activity.ts';
import type { InvokeAnswer } from './invoke-answer.ts';

export interface AdapterOptions {
  readonly hosts: BotHosts;
  readonly app: { readonly id: string };
  readonly authorize: Authorize;
}

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];
type UserTokens = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;

const MOST_CLIENTS = 20;

/** Who the bot is towards services, wherever one of the SDK's own clients asks. */
class OurCredentials extends ConfigurationServiceClientCredentialFactory {
  readonly #authorize: Authorize;

  constructor({ app, authorize }: AdapterOptions) {
    super({ MicrosoftAppId: app.id });
    this.#authorize = authorize;
  }

  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: async (request) => {
        const pass = await this.#authorize({ tenant: null, fresh: false });
        if (!pass.ok) throw new Error(pass.failure.words);
        request.headers.set('Authorization', `Bearer ${pass.token.value}`);
        return request;
      },
    });
  }
}

/** The SDK makes a client of each kind for every activity; one for each address does as well, and costs far less. */
class CachedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new Map<string, ReturnType<Factory['create']>>();
  #userTokens: UserTokens | null = null;

  override createConnectorFactory(identity: Identity): Factory {
    const factory = super.createConnectorFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = (serviceUrl, audience) => {
      const known = this.#connectors.get(serviceUrl);
      if (known !== undefined) return known;
      if (this.#connectors.size >= MOST_CLIENTS) this.#connectors.clear();
      const made = create(serviceUrl, audience);
      this.#connectors.set(serviceUrl, made);
      return made;
    };
    return factory;
  }

  override createUserTokenClient(identity: Identity): UserTokens {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

const clientsOf = (options: AdapterOptions): CachedClients => {
  const { hosts, app } = options;
  const parameters = {
    MicrosoftAppId: app.id,
    ToChannelFromBotOAuthScope: hosts.scope,
    ToBotFromChannelTokenIssuer: hosts.issuer,
    ToBotFromChannelOpenIdMetadataUrl: hosts.metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: hosts.metadata,
    OAuthUrl: hosts.tokenService,
    ValidateAuthority: 'false',
  };
  // What is worth another try, and when, is the courier's business; a turn does not wait for it.
  // The SDK asks for a class that `botbuilder` does not hand out; its own factory, which ours extends, has the same methods and does
  // not extend it either. Nothing looks for the class at run time.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the class cannot be named, and its methods are all there
  return new CachedClients(parameters, new OurCredentials(options), undefined, undefined, { noRetryPolicy: true });
};

/** Left out is not null, to the SDK. */
const sdkActivity = (activity: Activity): SdkActivity => {
  const { type, channelId, serviceUrl, id, name, from, recipient, conversation } = activity;
  const given: Partial<SdkActivity> = {
    type,
    channelId,
    serviceUrl,
    ...(id == null ? {} : { id }),
    ...(name == null ? {} : { name }),
    from: { id: from.id, name: from.name ?? '' },
    recipient: { id: recipient.id, name: recipient.name ?? '' },
    conversation: {
      id: conversation.id,
      name: '',
      conversationType: conversation.conversationType ?? '',
      isGroup: conversation.conversationType !== 'personal',
    },
    value: activity.value,
  };
  return given as SdkActivity;
};

/** The SDK's adapter, for activities whose sender has been looked at already. */
export class TeamsAdapter extends CloudAdapter {
  readonly #admitted: Parameters<CloudAdapter['processActivityDirect']>[0] & object;

  constructor(options: AdapterOptions) {
    const clients = clientsOf(options);
    super(clients);
    const claimsIdentity = this.createClaimsIdentity(options.app.id);
    const connectorFactory = clients.createConnectorFactory(claimsIdentity);
    this.#admitted = { audience: options.hosts.scope, claimsIdentity, connectorFactory };
  }

  /** A turn of the SDK's, at the end of which stands what an invoke is answered with. */
  async turn(activity: Activity, answer: () => Promise<InvokeAnswer | null>): Promise<InvokeAnswer | null> {
    const answered: { body: InvokeAnswer | null } = { body: null };
    await this.processActivity(this.#admitted, sdkActivity(activity), async (context) => {
      answered.body = await answer();
      if (activity.type === 'invoke')
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: answered.body } });
    });
    return answered.body;
  }
}
