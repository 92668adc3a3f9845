import type { Person } from '../../src/cases/people.ts';
import { createListedPeople } from '../../src/people/listed-people.ts';
import { cast } from '../support/stage.ts';
import type { Name } from '../support/stage.ts';

/** Everybody of the partner who speaks, or is spoken to, under attack. */
export const names = ['ana', 'giulia', 'petr', 'lihua', 'klaus', 'sven', 'ada', 'bo', 'gunn', 'hal'] as const satisfies Name[];
export type StaffName = (typeof names)[number];

export const staff = (name: StaffName): Person => ({
  id: cast[name].id,
  name: cast[name].name,
  roles: [...cast[name].roles],
});

const byId = new Map<string, StaffName>(names.map((name) => [cast[name].id, name]));

export const nameOf = (id: string): StaffName | null => byId.get(id.toLowerCase()) ?? null;

export const localeOf = (name: StaffName): string => cast[name].locale;

export const addressOf = (id: string): string => `29:${id}`;
export const personalChat = (id: string): string => `a:${id}`;

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const people = createListedPeople(
  names.map((name) => ({ ...staff(name), timeZone: 'Europe/Oslo', quiet: null, days: [...everyDay] })),
);
