import { nordlys } from '../../../src/playground/house.ts';
import { cast } from '../../support/stage.ts';
import type { Name } from '../../support/stage.ts';

const userCalled = (name: Name) => {
  const [givenName = '', surname = ''] = cast[name].name.split(' ');
  const address = `${name}@nordlys.example`;
  // It is spelt so.
  return {
    id: `29:${name}`,
    name: cast[name].name,
    userPrincipleName: address,
    aadObjectId: cast[name].id,
    givenName,
    surname,
    email: address,
  };
};

/** It wants five users besides the one in front of it, neither more nor fewer; they have nothing to do here. */
const others = ['ana', 'giulia', 'klaus', 'bo', 'gunn'] as const;

const madeUpId = (digit: string): string => `96090010-0010-4910-8910-00000000000${digit}`;

/** What its configuration file says: people of ours in our tenant, as our list of people knows them. JSON is YAML too. */
export const configFor = (name: Name) => ({
  version: '0.1.1',
  tenantId: nordlys.tenant,
  bot: { id: `28:${nordlys.bot.id}`, name: nordlys.bot.name },
  currentUser: userCalled(name),
  users: others.map(userCalled),
  personalChat: { id: `a:${name}` },
  groupChat: { id: `19:group-of-${name}`, name: 'Desk' },
  team: {
    id: `19:team-of-${name}`,
    name: 'Partner desk',
    aadGroupId: madeUpId('1'),
    channels: [{ id: `19:channel-of-${name}`, name: 'Announcements' }],
  },
});
