import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/sandbox/relationship-drafts.ts';
import { createRelationship } from '../../src/sandbox/relationships.ts';
import { fourRoles, roles } from '../support/sandbox-graph.ts';
import { nordlys, sandboxScene, solsikke } from '../support/sandbox-world.ts';

const draft: Draft = {
  displayName: 'Handshake 0001',
  duration: 'P730D',
  customer: { tenantId: solsikke, displayName: null },
  roles: fourRoles,
  autoExtend: 'PT0S',
};

describe('a draft has to make sense', () => {
  const wrong: readonly (readonly [string, Partial<Draft>])[] = [
    ['a name of 51 letters', { displayName: 'x'.repeat(51) }],
    ['no name', { displayName: ' ' }],
    ['less than a day', { duration: 'P0D' }],
    ['more than two years', { duration: 'P731D' }],
    ['three years', { duration: 'P3Y' }],
    ['hours', { duration: 'PT24H' }],
    ['no duration', { duration: 'P' }],
    ['no roles', { roles: [] }],
    ['a role of somebody’s own', { roles: ['00000000-0000-4000-8000-000000000000'] }],
    ['another auto-extension', { autoExtend: 'P90D' }],
    ['Global Administrator that extends itself', { roles: [roles.globalAdmin], autoExtend: 'P180D' }],
  ];
  test.each(wrong)('not with %s', (_what, changes) => {
    expect(createRelationship(sandboxScene().world, nordlys, { ...draft, ...changes })).toMatchObject({ objection: 'invalid' });
  });

  const fine: readonly (readonly [string, Partial<Draft>])[] = [
    ['a name of 50 letters', { displayName: 'x'.repeat(50) }],
    ['one day', { duration: 'P1D' }],
    ['two years', { duration: 'P2Y' }],
    ['nobody named', { customer: null }],
    ['Global Administrator that ends', { roles: [roles.globalAdmin] }],
  ];
  test.each(fine)('but with %s', (_what, changes) => {
    expect(createRelationship(sandboxScene().world, nordlys, { ...draft, ...changes })).toMatchObject({ status: 'created' });
  });
});
