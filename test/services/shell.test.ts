import { describe, expect, test } from '@jest/globals';
import type { Account } from '../../src/clouds/account.ts';
import type { AtMicrosoft } from '../../src/services/at-microsoft.ts';
import { shell } from '../../src/services/shell.ts';
import { profiles } from '../../src/clouds/profiles.ts';
import { given } from '../support/given.ts';
import { moveAzure, switchOpened } from '../support/cases.ts';
import { accountAt } from '../support/sandboxed.ts';

const group = '96090001-0001-4901-8901-000000000091';
const subscription = '5ab50001-0001-4e01-8e01-0000000000e1';

type Procedure = Parameters<typeof moveAzure>[0];

const commands = (
  item: string,
  { procedure = 'azure-plan-transfer', ...account }: Partial<Account> & { procedure?: Procedure },
) => {
  const at = { account: { ...accountAt('http://127.0.0.1'), ...account } } as AtMicrosoft;
  const subjects = [
    { id: subscription, name: 'Production', facts: {} },
    { id: 'no id', name: '$(whoami)', facts: {} },
  ];
  const current = given(switchOpened('03-02 09:00', moveAzure(procedure, { subjects })));
  return shell(() => at).commandsFor(current, item);
};

describe('what is pasted into a shell', () => {
  test('lets our Admin agents in, in each subscription that has an id', () => {
    const [first, ...more] = commands('our-roles-granted', { adminAgentsGroup: group });
    expect(first).toContain(`--assignee-object-id ${group}`);
    expect(first).toContain(`--scope /subscriptions/${subscription}`);
    expect(more).toEqual([]);
  });

  test('is nothing where nobody has said which group it is, or the new subscription’s id is not known', () => {
    expect(commands('our-roles-granted', {})).toEqual([]);
    expect(commands('our-roles-granted', { adminAgentsGroup: group, procedure: 'new-subscription' })).toEqual([]);
  });

  test('links our PartnerID, where the cloud has that', () => {
    expect(commands('partner-admin-link', {})).toEqual(['az managementpartner create --partner-id 6100001']);
    const profile = { ...profiles.global, lacks: ['azure-partner-link'] as const };
    expect(commands('partner-admin-link', { profile })).toEqual([]);
    expect(commands('partner-admin-link', { partnerId: '1; whoami' })).toEqual([]);
  });

  test('is nothing for what is not done in a shell, and where we have no account', () => {
    expect(commands('agreement-accepted', { adminAgentsGroup: group })).toEqual([]);
    const current = given(switchOpened('03-02 09:00', moveAzure('azure-plan-transfer')));
    expect(shell(() => null).commandsFor(current, 'partner-admin-link')).toEqual([]);
  });
});
