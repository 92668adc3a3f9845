/** Who speaks to the bot: people who ask, and people who decide. */
import type { ListedPerson } from '../../src/people/people-file.ts';

export const TENANT = '7a11c0de-1111-4a10-8a10-0000000000a1';

export interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly roles: ListedPerson['roles'];
}

const somebody = (kind: string, number: number, roles: Somebody['roles']): Somebody => {
  const digits = number.toString(16).padStart(2, '0');
  return { id: `0b1ec7${kind}-00${digits}-4b01-8b01-0000000000${digits}`, name: `Person ${kind} ${digits}`, roles };
};

export const askers = Array.from({ length: 16 }, (_, number) => somebody('a0', number, ['sales_agent']));
export const approvers = Array.from({ length: 3 }, (_, number) => somebody('b0', number, ['admin_agent']));

export const listed: readonly ListedPerson[] = [...askers, ...approvers].map((one) => ({
  ...one,
  timeZone: 'Europe/Oslo',
  quiet: null,
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
}));
