import type { Person } from '../cases/people.ts';
import { languageNames } from '../languages/speak.ts';
import type { Language, Speaker } from '../languages/speak.ts';
import type { ScreenData } from './screens.ts';
import { nameOf, shown } from './shown.ts';

interface Who {
  readonly person: Person;
  /** How the company is called that runs the bot. */
  readonly tenant: string;
  readonly language: Language;
  readonly speaker: Speaker;
}

type Role = Person['roles'][number];

/** What each role may do here; the others may look, and ask what the rules say. */
const rights = [
  [['sales_agent', 'admin_agent', 'global_admin'], 'case.may.ask'],
  [['admin_agent', 'global_admin'], 'case.may.decide'],
  [['operator'], 'case.may.operate'],
] as const satisfies readonly (readonly [readonly Role[], string])[];

const roleName = (role: Role, { say, sayKey }: Speaker): string =>
  role === 'operator' ? say('case.role.operator') : sayKey(`value.actor.role.${role}`);

/** Who somebody is to the bot, and what they may do. */
export const whoScreen = ({ person, tenant, language, speaker }: Who): ScreenData<'notice'> => {
  const { say, list } = speaker;
  const may = rights.filter(([roles]) => roles.some((role) => person.roles.includes(role))).map(([, key]) => say(key));
  const roles =
    person.roles.length === 0 ? say('value.actor.role.none') : list(person.roles.map((role) => roleName(role, speaker)));
  return {
    title: nameOf(person, speaker),
    tone: 'default',
    lines: may.length === 0 ? [say('case.may.look')] : may,
    facts: [
      { name: say('case.who.company'), value: shown(tenant, 200) },
      { name: say('case.who.roles'), value: roles },
      { name: say('case.who.language'), value: languageNames[language] },
    ],
    buttons: [],
  };
};
