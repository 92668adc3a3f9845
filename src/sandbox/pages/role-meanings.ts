import { builtInRoles } from '../built-in-roles.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Voice } from './voice.ts';
import type { WordKey } from './words.ts';

/** What roles are for, by what their names say; the first that fits. */
const meanings: readonly (readonly [called: RegExp, means: WordKey])[] = [
  [/^global administrator$/i, 'role.everything'],
  [/privileged/i, 'role.administrators'],
  [/reader$|readers$/i, 'role.reads'],
  [/^directory|synchronization/i, 'role.directory'],
  [/^(user|groups) administrator$|guest inviter/i, 'role.people'],
  [/helpdesk|password|^authentication/i, 'role.passwords'],
  [/license/i, 'role.licences'],
  [/service support/i, 'role.support'],
  [/^(cloud )?application|consent/i, 'role.applications'],
  [/security|conditional access|compliance|attack|lockbox|protection|identity/i, 'role.security'],
  [/billing/i, 'role.billing'],
  [/device|intune|windows|printer/i, 'role.devices'],
];

const meaningOf = (name: string): WordKey => meanings.find(([called]) => called.test(name))?.[1] ?? 'role.service';

/** Roles by their names, each with what its holder can do. */
export const rolesList = ({ say }: Voice, roles: readonly string[]): Markup => {
  const named = roles.map((role) => builtInRoles.get(role) ?? role);
  return markup`<ul class="roles">${named.map((name) => markup`<li><b lang="en">${name}</b> – ${say(meaningOf(name))}</li>`)}</ul>`;
};
