import type { Cloud } from '../policy/index.ts';

/** What not every cloud has an interface for. */
export type Feature =
  | 'reseller-link'
  | 'granular-admin'
  | 'agreements'
  | 'azure-in-partner-center'
  | 'transfers'
  | 'audit-records'
  | 'azure-partner-link';

/** Where the bot is reached through, in one cloud, and through whom it reaches people. */
export interface BotHosts {
  /** What its token is asked for by. */
  readonly scope: string;
  /** Who signs what comes in, and what they call themselves. */
  readonly metadata: string;
  readonly issuer: string;
  /** Where its token comes from; left out: where all of the cloud’s do. */
  readonly login?: string;
  readonly tokenService: string;
  /** Hosts of the services that may be answered: by name, all below a name (`*.`), or a whole origin of a stand-in. */
  readonly services: readonly string[];
  /** Where a chat is opened with somebody who has never spoken; null: only where somebody has. */
  readonly proactive: string | null;
}

/** One cloud: every host, every audience, and what it lacks. No host is ever built from another one. */
export interface CloudProfile {
  readonly cloud: Cloud;
  readonly login: string;
  readonly partnerCenter: string;
  /** What a token for Partner Center is asked for by: as resource (v1), and with `/.default` as scope (v2). */
  readonly partnerCenterAudience: string;
  readonly graph: string;
  readonly graphAudience: string;
  readonly azure: string;
  readonly azureAudience: string;
  /** Where a machine in Azure asks who it is. */
  readonly machineIdentity: string;
  /** For whom it has to be said there, when the machine's word is to stand in for a secret of the application. */
  readonly machineAudience: string;
  /** Where a customer's administrator answers invitations. The links that services hand out lead there. */
  readonly adminCenter: string;
  /** The customer's page for a granular admin relationship, up to its id; null where nobody has documented one. */
  readonly granularAdminInvitation: string | null;
  /** Where Partner Center's signing certificates may come from. */
  readonly certificateOrigins: readonly string[];
  readonly bot: BotHosts;
  readonly lacks: readonly Feature[];
}

const machineIdentity = 'http://169.254.169.254';

/** The sample of the documentation lies on a blob account; who hears of another one names it in the settings. */
const certificateOrigins = ['https://3psostorageacct.blob.core.windows.net'];

const global: CloudProfile = {
  cloud: 'global',
  login: 'https://login.microsoftonline.com',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
  partnerCenterAudience: 'https://api.partnercenter.microsoft.com',
  graph: 'https://graph.microsoft.com',
  graphAudience: 'https://graph.microsoft.com',
  azure: 'https://management.azure.com',
  azureAudience: 'https://management.azure.com',
  machineIdentity,
  machineAudience: 'api://AzureADTokenExchange',
  adminCenter: 'https://admin.microsoft.com',
  granularAdminInvitation: 'https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/',
  certificateOrigins,
  bot: {
    scope: 'https://api.botframework.com/.default',
    metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    issuer: 'https://api.botframework.com',
    tokenService: 'https://token.botframework.com',
    services: ['smba.trafficmanager.net', 'smba.onyx.prod.teams.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
    proactive: 'https://smba.trafficmanager.net/teams/',
  },
  lacks: [],
};

const usGov: CloudProfile = {
  cloud: 'us_gov',
  login: 'https://login.microsoftonline.us',
  partnerCenter: 'https://api.partnercenter.microsoft.com',
  partnerCenterAudience: 'https://api.partnercenter.microsoft.com',
  graph: 'https://graph.microsoft.us',
  graphAudience: 'https://graph.microsoft.us',
  azure: 'https://management.usgovcloudapi.net',
  azureAudience: 'https://management.usgovcloudapi.net',
  machineIdentity,
  machineAudience: 'api://AzureADTokenExchangeUSGov',
  adminCenter: 'https://portal.office365.us',
  granularAdminInvitation: null,
  certificateOrigins,
  // GCC High; the Department of Defense's own hosts are named in the settings.
  bot: {
    scope: 'https://api.botframework.us/.default',
    metadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    issuer: 'https://api.botframework.us',
    tokenService: 'https://tokengcch.botframework.azure.us',
    services: ['smba.infra.gov.teams.microsoft.us', 'smba.infra.dod.teams.microsoft.us'],
    proactive: 'https://smba.infra.gov.teams.microsoft.us/gcch',
  },
  lacks: ['reseller-link', 'agreements', 'transfers'],
};

const china: CloudProfile = {
  cloud: 'china_21v',
  login: 'https://login.partner.microsoftonline.cn',
  partnerCenter: 'https://partner.partnercenterapi.microsoftonline.cn',
  partnerCenterAudience: 'https://partner.partnercenterapi.microsoftonline.cn',
  graph: 'https://microsoftgraph.chinacloudapi.cn',
  graphAudience: 'https://microsoftgraph.chinacloudapi.cn',
  azure: 'https://management.chinacloudapi.cn',
  azureAudience: 'https://management.chinacloudapi.cn',
  machineIdentity,
  machineAudience: 'api://AzureADTokenExchangeChina',
  adminCenter: 'https://portal.partner.microsoftonline.cn',
  granularAdminInvitation: null,
  certificateOrigins,
  bot: {
    scope: 'https://api.botframework.azure.cn/.default',
    metadata: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    issuer: 'https://api.botframework.azure.cn',
    tokenService: 'https://token.botframework.azure.cn',
    services: ['frontend.botapi.msg.infra.teams.microsoftonline.cn', '*.botframework.azure.cn'],
    proactive: null,
  },
  lacks: ['granular-admin', 'agreements', 'azure-in-partner-center', 'transfers', 'audit-records'],
};

/** The clouds in which a partner can have an account. */
export const profiles = { global, us_gov: usGov, china_21v: china } as const satisfies Partial<Record<Cloud, CloudProfile>>;
