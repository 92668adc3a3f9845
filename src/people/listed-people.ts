import { createWaking } from '../cases/nights.ts';
import { bare } from '../cases/people.ts';
import type { Person } from '../cases/people.ts';
import type { People } from '../ports.ts';
import type { ListedPerson } from './people-file.ts';

/** Our people, as a list has them: nobody else is known, and whoever is taken off it has no role any more. */
export const createListedPeople = (listed: readonly ListedPerson[]): People => {
  const people = new Map(
    listed.map(({ id, name, roles, timeZone, quiet, days }) => {
      const person: Person = { id, name, roles };
      return [bare(id), { person, waking: createWaking({ timeZone, night: quiet, days }) }] as const;
    }),
  );
  return {
    known: (id) => Promise.resolve(people.get(bare(id))?.person ?? null),
    withRoles: (roles) => {
      const wanted: readonly string[] = roles;
      const everyone = [...people.values()].map(({ person }) => person);
      return Promise.resolve(everyone.filter((one) => one.roles.some((role) => wanted.includes(role))));
    },
    mayTell: (person, now) => Promise.resolve(people.get(bare(person.id))?.waking(now) ?? now),
  };
};
