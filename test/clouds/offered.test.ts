import { expect, test } from '@jest/globals';
import { notOffered } from '../../src/clouds/offered.ts';
import { profiles } from '../../src/clouds/profiles.ts';

test('the global cloud offers everything', () => {
  expect(profiles.global.lacks).toEqual([]);
  expect(notOffered(profiles.global, 'transfers')).toBeNull();
});

test.each([
  [profiles.us_gov, 'transfers', 'The US Government cloud has no interface for transfers between partners.'],
  [profiles.us_gov, 'reseller-link', 'The US Government cloud has no interface for invitations to a reseller relationship.'],
  [profiles.china_21v, 'granular-admin', 'The cloud of 21Vianet in China has no interface for granular delegated admin (GDAP).'],
  [profiles.china_21v, 'audit-records', 'The cloud of 21Vianet in China has no interface for audit records.'],
] as const)('a cloud that lacks something says which cloud and what', (profile, feature, words) => {
  expect(notOffered(profile, feature)).toEqual({ kind: 'not-offered', words });
});

test('a cloud that lacks one thing offers the other', () => {
  expect(notOffered(profiles.us_gov, 'granular-admin')).toBeNull();
  expect(notOffered(profiles.china_21v, 'reseller-link')).toBeNull();
});
