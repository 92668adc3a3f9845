import type { HouseRules } from '../../policy/index.ts';

/** Directory roles that one may choose oneself: sensible ones, from the weakest to the strongest. */
export const rolesToChoose = [
  'directory_readers',
  'global_reader',
  'security_reader',
  'service_support_administrator',
  'license_administrator',
  'groups_administrator',
  'helpdesk_administrator',
  'user_administrator',
  'teams_administrator',
  'sharepoint_administrator',
  'exchange_administrator',
  'intune_administrator',
  'cloud_application_administrator',
] as const;
export type RoleToChoose = (typeof rolesToChoose)[number];

/** They reach into people’s mail, files and devices, or into programs that do. */
const broad: readonly string[] = [
  'sharepoint_administrator',
  'exchange_administrator',
  'intune_administrator',
  'cloud_application_administrator',
] satisfies readonly RoleToChoose[];

interface Bundle {
  readonly roles: readonly RoleToChoose[];
  /** How long it usually lasts. */
  readonly days: number;
  readonly isForAzure: boolean;
}

const daily = [
  'directory_readers',
  'service_support_administrator',
  'user_administrator',
  'license_administrator',
  'groups_administrator',
  'helpdesk_administrator',
] as const;

/** No more rights than the work takes. */
export const bundles = {
  'support-minimal': { roles: ['directory_readers', 'service_support_administrator'], days: 730, isForAzure: false },
  'daily-ops': { roles: daily, days: 730, isForAzure: false },
  'azure-handover': { roles: ['directory_readers'], days: 730, isForAzure: true },
  onboarding: { roles: [...daily, 'cloud_application_administrator'], days: 30, isForAzure: false },
} as const satisfies Record<string, Bundle>;
export type BundleName = keyof typeof bundles;

/** What one chooses oneself gets no longer than what is strong. */
export const OWN_DAYS = 30;
const LONGEST_DAYS = 730;

export const bundleNames = Object.keys(bundles) as readonly BundleName[];

export const isBundle = (name: string): name is BundleName => Object.hasOwn(bundles, name);

export const broadIn = (roles: readonly string[]): readonly string[] => roles.filter((role) => broad.includes(role));

export const longestDays = ({ longestGdapDays }: HouseRules): number => Math.min(LONGEST_DAYS, longestGdapDays ?? LONGEST_DAYS);

/** What the house never asks for is not offered either. */
export const offeredRoles = ({ rolesNeverAskedFor }: HouseRules): readonly RoleToChoose[] =>
  rolesToChoose.filter((role) => !rolesNeverAskedFor.includes(role));

export const offeredBundles = (house: HouseRules): readonly BundleName[] =>
  bundleNames.filter((name) => bundles[name].roles.every((role) => offeredRoles(house).includes(role)));

/** A limit of the house would be none if it were extended again and again. */
export const mayExtendItself = ({ longestGdapDays }: HouseRules): boolean => longestGdapDays === undefined;
