import type { Call } from '../routing.ts';
import type { Employee, Partner, SecurityGroup } from '../world.ts';
import { notFound } from './answers.ts';
import type { Answered } from './answers.ts';
import { entityOf, pageOf } from './pages.ts';

const USUALLY_OF_A_PERSON =
  'businessPhones,displayName,givenName,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName,id';

const personEntity = ({ id, name, upn }: Employee) => ({
  businessPhones: [],
  displayName: name,
  givenName: name.split(' ').slice(0, -1).join(' '),
  jobTitle: null,
  mail: upn,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: name.split(' ').at(-1) ?? null,
  userPrincipalName: upn,
  id,
  accountEnabled: true,
  userType: 'Member',
});

const groupEntity = ({ id, name }: SecurityGroup) => ({
  id,
  description: null,
  displayName: name,
  groupTypes: [],
  mailEnabled: false,
  mailNickname: name.replaceAll(/[^\w]+/g, ''),
  securityEnabled: true,
});

/** For whoever asks in a partner's own tenant. */
const ofPartner =
  (answer: (call: Call, partner: Partner) => Answered) =>
  (call: Call): Answered => {
    const partner = call.world.partners.get(call.claims.tenant);
    return partner === undefined ? notFound : answer(call, partner);
  };

const ofGroup = (answer: (call: Call, partner: Partner, group: SecurityGroup) => Answered) =>
  ofPartner((call, partner) => {
    const group = partner.groups.find(({ id }) => id === call.parameters.id?.toLowerCase());
    return group === undefined ? notFound : answer(call, partner, group);
  });

export const getPerson = ofPartner((call, { people }) => {
  const wanted = call.parameters.id?.toLowerCase();
  const person = people.find(({ id, upn }) => id === wanted || upn.toLowerCase() === wanted);
  return person === undefined ? notFound : entityOf(call, 'users', personEntity(person), USUALLY_OF_A_PERSON);
});

export const getGroup = ofGroup((call, _partner, group) => entityOf(call, 'groups', groupEntity(group)));

export const listMembers = ofGroup((call, { people }, { id, members }) =>
  pageOf(call, {
    path: `groups/${id}/transitiveMembers/microsoft.graph.user`,
    context: 'users',
    longestPage: 999,
    items: people.filter((person) => members.includes(person.id)),
    write: personEntity,
    usually: USUALLY_OF_A_PERSON,
  }),
);
