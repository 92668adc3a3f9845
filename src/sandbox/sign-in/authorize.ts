import type { Cloud } from '../../policy/index.ts';
import { filled, page } from '../html.ts';
import type { Asked, Reply } from '../exchange.ts';
import type { World } from '../world.ts';
import type { Grants } from './grants.ts';
import { applicationOf, personCalled } from './tenants.ts';

interface Door {
  readonly world: World;
  readonly cloud: Cloud;
  readonly grants: Grants;
}

export interface Somebody {
  readonly upn: string;
  readonly clientId: string;
  readonly mfa: boolean;
}

export interface SignedIn {
  readonly code: string;
  readonly refreshToken: string;
}

/** A person of ours signs in to an application of theirs: by the code they bring back, or by a refresh token at once. */
export const signIn = ({ world, cloud, grants }: Door, who: Somebody): SignedIn | null => {
  const known = personCalled(world, cloud, who.upn);
  const application = applicationOf(world, cloud, who.clientId);
  if (known === null || application === null) return null;
  const { clientId } = application.application;
  const grant = { home: known.partner.tenantId, person: known.person.id, clientId, mfa: who.mfa };
  return { code: grants.code(grant), refreshToken: grants.refreshToken(grant) };
};

const askWho = ({ world, cloud }: Door, clientId: string): Reply => {
  const partner = applicationOf(world, cloud, clientId)?.partner;
  if (partner === undefined) return page(400, 'Sign in', filled('<p>Nobody knows the application {clientId}.</p>', { clientId }));
  const people = partner.people.map(({ name, upn, roles }) =>
    filled('<button name="upn" value="{upn}">{name} ({roles})</button>', { upn, name, roles: roles.join(', ') }),
  );
  const factor = '<label><input type="checkbox" name="mfa" value="yes" checked> with a second factor</label>';
  return page(200, 'Sign in', `<form method="post">${factor}${people.join('')}</form>`);
};

const back = (asked: Asked, code: string): Reply => {
  const redirect = asked.query.get('redirect_uri') ?? '';
  const state = asked.query.get('state') ?? '';
  if (!URL.canParse(redirect)) return page(200, 'Signed in', filled('<p>The code: <code>{code}</code></p>', { code }));
  if (asked.query.get('response_mode') === 'form_post') {
    const form =
      '<form method="post" action="{redirect}"><input name="code" value="{code}"><input name="state" value="{state}"><button>Go on</button></form>';
    return page(200, 'Signed in', filled(form, { redirect, code, state }));
  }
  const url = new URL(redirect);
  url.searchParams.set('code', code);
  url.searchParams.set('state', state);
  return { status: 302, headers: { Location: url.href } };
};

/** Where people sign in: they pick who they are, and whether they have their telephone with them. */
export const authorize = (door: Door, asked: Asked): Reply => {
  const clientId = asked.query.get('client_id') ?? '';
  if (asked.method !== 'POST') return askWho(door, clientId);
  const form = new URLSearchParams(asked.raw.toString());
  const signedIn = signIn(door, { upn: form.get('upn') ?? '', clientId, mfa: form.get('mfa') === 'yes' });
  return signedIn === null ? askWho(door, clientId) : back(asked, signedIn.code);
};
