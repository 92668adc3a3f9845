import type { CloudProfile, Feature } from '../clouds/profiles.ts';

const TIES = ['reseller-relationship-accepted-by-customer', 'indirect-reseller-relationship-accepted-by-customer'];

const ofFeature: readonly (readonly [Feature, readonly string[]])[] = [
  [
    'granular-admin',
    [
      'granular-admin-relationship-approved',
      'granular-admin-relationship-activated',
      'granular-admin-relationship-terminated',
      'granular-admin-relationship-expired',
    ],
  ],
  ['transfers', ['create-transfer', 'update-transfer', 'complete-transfer', 'fail-transfer', 'expire-transfer']],
];

/** The events that a case of ours can wait for, in this cloud. */
export const wantedEvents = ({ lacks }: CloudProfile): readonly string[] => [
  ...TIES,
  ...ofFeature.flatMap(([feature, events]) => (lacks.includes(feature) ? [] : events)),
];

/** Comes only when it is asked for: it shows that news arrives. */
export const TEST_EVENT = 'test-created';

/** What to register for, of what there is for us. */
export const eventsToRegister = (profile: CloudProfile, offered: readonly string[]): readonly string[] =>
  [...wantedEvents(profile), TEST_EVENT].filter((event) => offered.includes(event));
