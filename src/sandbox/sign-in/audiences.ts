import type { CloudProfile } from '../../clouds/profiles.ts';

/** What a token is asked for: the older endpoint calls it resource, the newer one scope. */
export const audienceOf = (profile: CloudProfile, form: URLSearchParams, version: 'v1' | 'v2'): string | null => {
  const audiences = [profile.partnerCenterAudience, profile.graphAudience, profile.azureAudience];
  if (version === 'v1') return audiences.find((one) => one === (form.get('resource') ?? '').replace(/\/$/, '')) ?? null;
  const scopes = (form.get('scope') ?? '').split(' ');
  return audiences.find((one) => scopes.some((scope) => scope.startsWith(`${one}/`))) ?? null;
};

/** The application's permissions at this service. */
export const permissionsFor = (profile: CloudProfile, audience: string, granted: readonly string[]): readonly string[] =>
  granted.filter((one) => (one === 'user_impersonation') === (audience !== profile.graphAudience));

export const scopeFor = (audience: string, permissions: readonly string[], version: 'v1' | 'v2'): string =>
  version === 'v1' ? permissions.join(' ') : [...permissions.map((one) => `${audience}/${one}`), `${audience}/.default`].join(' ');
