import type { Cloud } from '../policy/index.ts';
import type { CloudProfile, Feature } from './profiles.ts';

const clouds: Readonly<Record<Cloud, string>> = {
  global: 'The global cloud',
  us_gov: 'The US Government cloud',
  china_21v: 'The cloud of 21Vianet in China',
  germany: 'The cloud in Germany',
};

const features: Readonly<Record<Feature, string>> = {
  'reseller-link': 'invitations to a reseller relationship',
  'granular-admin': 'granular delegated admin (GDAP)',
  agreements: 'customer agreements',
  'azure-in-partner-center': 'Azure subscriptions in Partner Center',
  transfers: 'transfers between partners',
  'audit-records': 'audit records',
  'azure-partner-link': 'partner admin links (PAL)',
};

/** What to answer instead of asking, where this cloud has no interface for it; null where it has. */
export const notOffered = (
  { cloud, lacks }: CloudProfile,
  feature: Feature,
): { readonly kind: 'not-offered'; readonly words: string } | null =>
  lacks.includes(feature) ? { kind: 'not-offered', words: `${clouds[cloud]} has no interface for ${features[feature]}.` } : null;
