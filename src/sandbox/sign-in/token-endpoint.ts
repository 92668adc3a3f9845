import type { CloudProfile } from '../../clouds/profiles.ts';
import type { Asked, Claims, Reply } from '../exchange.ts';
import type { Application, Partner, World } from '../world.ts';
import { audienceOf, permissionsFor } from './audiences.ts';
import { refused } from './errors.ts';
import type { SignInRefusal } from './errors.ts';
import type { Grant, Grants, SignInRules } from './grants.ts';
import type { Mint } from './mint.ts';
import { clientIdOf, unproved } from './proof.ts';
import { tokenReply } from './token-reply.ts';
import { applicationOf, isConsentedAt, mayEnter, tenantCalled } from './tenants.ts';

export interface SignInOffice {
  readonly world: World;
  readonly profile: CloudProfile;
  readonly mint: Mint;
  readonly machine: Mint;
  readonly grants: Grants;
  readonly rules: SignInRules;
}

interface Request {
  readonly asked: Asked;
  readonly form: URLSearchParams;
  readonly version: 'v1' | 'v2';
  readonly tenant: string;
  readonly partner: Partner;
  readonly application: Application;
  readonly audience: string;
}

const LIFETIME_MS = 3_600_000;

const expiry = (world: World): number => Date.parse(world.now()) + LIFETIME_MS;

const asApplication = ({ world, profile }: SignInOffice, request: Request): Claims | SignInRefusal => {
  const { tenant, partner, application, audience } = request;
  const { clientId } = application;
  const customer = world.customers.get(tenant);
  const isThere = tenant === partner.tenantId || (customer !== undefined && isConsentedAt(customer, clientId));
  if (!isThere) return 'notInTenant';
  const permissions = permissionsFor(profile, audience, application.permissions);
  const app = { home: partner.tenantId, kind: 'app', subject: clientId, roles: [], mfa: false } as const;
  return { ...app, tenant, audience, clientId, permissions, expiresAt: expiry(world) };
};

const isKeptOut = ({ world }: SignInOffice, { tenant, application }: Request, grant: Grant): SignInRefusal | null => {
  if (tenant === grant.home) return null;
  const customer = world.customers.get(tenant);
  const partner = world.partners.get(grant.home);
  const person = partner?.people.find(({ id }) => id === grant.person);
  if (customer === undefined || partner === undefined || person === undefined) return 'noUserThere';
  if (!isConsentedAt(customer, application.clientId)) return 'noConsent';
  return mayEnter(world, customer, partner, person) ? null : 'noUserThere';
};

const asUser = (office: SignInOffice, request: Request, grant: Grant): Claims | SignInRefusal => {
  const { world, profile, rules } = office;
  if (!grant.mfa && rules.secondFactor === 'at-sign-in') return 'secondFactor';
  const kept = isKeptOut(office, request, grant);
  if (kept !== null) return kept;
  const { tenant, application, audience } = request;
  const person = world.partners.get(grant.home)?.people.find(({ id }) => id === grant.person);
  return {
    ...{ tenant, audience, kind: 'user', home: grant.home, subject: grant.person, mfa: grant.mfa },
    clientId: application.clientId,
    roles: person?.roles ?? [],
    permissions: permissionsFor(profile, audience, application.permissions),
    expiresAt: expiry(world),
  };
};

const redeemed = ({ grants }: SignInOffice, form: URLSearchParams, clientId: string): Grant | SignInRefusal | null => {
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return grants.redeemCode(form.get('code') ?? '', clientId);
    case 'refresh_token':
      return grants.redeemRefreshToken(form.get('refresh_token') ?? '', clientId);
    default:
      return null;
  }
};

const answered = (office: SignInOffice, request: Request): Reply | SignInRefusal => {
  const grant = redeemed(office, request.form, request.application.clientId);
  if (typeof grant === 'string') return grant;
  const at = request.tenant === '' ? { ...request, tenant: grant?.home ?? request.partner.tenantId } : request;
  const claims = grant === null ? asApplication(office, at) : asUser(office, at, grant);
  return typeof claims === 'string' ? claims : tokenReply(office, request, claims, grant);
};

const grantTypes = ['client_credentials', 'authorization_code', 'refresh_token'];

const everyones = ['common', 'organizations'];

const requestOf = (office: SignInOffice, asked: Asked, said: string, version: 'v1' | 'v2'): Request | SignInRefusal => {
  const { world, profile } = office;
  const form = new URLSearchParams(asked.raw.toString());
  const grantType = form.get('grant_type');
  if (grantType === null) return 'noGrant';
  if (!grantTypes.includes(grantType)) return 'unknownGrant';
  const tenant = everyones.includes(said) ? '' : tenantCalled(world, profile.cloud, said);
  if (tenant === null) return 'noTenant';
  const known = applicationOf(world, profile.cloud, clientIdOf(asked, form));
  if (known === null) return 'noApplication';
  const doubt = unproved(asked, form, office, known.application);
  if (doubt !== null) return doubt;
  const audience = audienceOf(profile, form, version);
  if (audience === null) return version === 'v1' ? 'noResource' : 'noScope';
  return { asked, form, version, tenant, ...known, audience };
};

/** Hands out a token for what is asked, or says why not. */
export const redeem = (office: SignInOffice, asked: Asked, said: string, version: 'v1' | 'v2'): Reply => {
  const request = requestOf(office, asked, said, version);
  const answer = typeof request === 'string' ? request : answered(office, request);
  return typeof answer === 'string' ? refused(answer, asked, office.world) : answer;
};
