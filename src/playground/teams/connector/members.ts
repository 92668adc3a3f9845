import type { Reply } from '../../../sandbox/exchange.ts';
import { personCalled } from '../world.ts';
import type { Chat, Person } from '../world.ts';
import type { Call } from './call.ts';
import { badArgument, noConversation, noMember, notInRoster } from './refusals.ts';

/** Somebody as Teams tells of them. */
const told = ({ id, address, name, upn, tenant, isGuest }: Person) => ({
  id: address,
  aadObjectId: id,
  objectId: id,
  name,
  givenName: name.split(' ').slice(0, -1).join(' ') || name,
  surname: name.split(' ').at(-1),
  email: upn,
  userPrincipalName: upn,
  tenantId: tenant,
  userRole: isGuest ? 'guest' : 'user',
});

const inChat = ({ place }: Call, answer: (chat: Chat) => Reply): Reply => {
  if (place === null) return noConversation;
  return place.chat.hasBot ? answer(place.chat) : notInRoster;
};

export const listMembers = (call: Call): Reply => inChat(call, ({ members }) => ({ status: 200, body: members.map(told) }));

export const getMember = (call: Call): Reply =>
  inChat(call, ({ members }) => {
    const person = personCalled(call.world, call.parameters.member ?? '');
    return person !== undefined && members.includes(person) ? { status: 200, body: told(person) } : noMember;
  });

const USUAL_PAGE = 200;
const LONGEST_PAGE = 500;

/** A page of them, and how to ask for the next. */
export const pageMembers = (call: Call): Reply =>
  inChat(call, ({ members }) => {
    const size = Number(call.asked.query.get('pageSize') ?? USUAL_PAGE);
    const from = Number(Buffer.from(call.asked.query.get('continuationToken') ?? '', 'base64url').toString() || '0');
    if (!Number.isInteger(size) || size < 1 || !Number.isInteger(from)) return badArgument;
    const next = from + Math.min(size, LONGEST_PAGE);
    const continuationToken = Buffer.from(String(next)).toString('base64url');
    const page = members.slice(from, next).map(told);
    return { status: 200, body: { ...(next < members.length && { continuationToken }), members: page } };
  });
