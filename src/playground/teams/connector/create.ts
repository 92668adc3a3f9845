import * as z from 'zod';
import type { Reply } from '../../../sandbox/exchange.ts';
import { isPart } from '../card/card.ts';
import { conversationId, personalChat, personCalled } from '../world.ts';
import type { World } from '../world.ts';
import type { Call } from './call.ts';
import { isTooBig, showIn } from './messages.ts';
import { badSyntax, noConversation, notInRoster, notInstalled, tooBig, unknownPerson } from './refusals.ts';

const Wanted = z.object({
  isGroup: z.boolean().optional(),
  members: z.array(z.object({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional(), channel: z.object({ id: z.string() }).optional() })
    .optional(),
  activity: z.looseObject({ type: z.string() }).optional(),
});
type Wanted = z.infer<typeof Wanted>;

const created = (world: World, id: string, activityId: string): Reply => ({
  status: 201,
  body: { id, serviceUrl: world.serviceUrl(), activityId },
});

const inChannel = ({ world }: Call, channelId: string, { activity }: Wanted): Reply => {
  const chat = world.chats.get(channelId);
  if (chat === undefined) return noConversation;
  if (!chat.hasBot) return notInRoster;
  if (chat.kind !== 'channel' || activity === undefined) return badSyntax;
  const { id } = showIn(world, { chat, thread: null }, activity);
  return created(world, conversationId(chat, id), id);
};

const withPerson = ({ world }: Call, { members = [], tenantId, channelData, activity }: Wanted): Reply => {
  const [member, ...others] = members;
  const tenant = tenantId ?? channelData?.tenant?.id;
  if (member === undefined || others.length > 0 || tenant === undefined) return badSyntax;
  const person = personCalled(world, member.id);
  if (person === undefined || ![person.tenant, world.tenant].includes(tenant)) return unknownPerson;
  if (!world.installed.has(person.id)) return notInstalled;
  const chat = personalChat(world, person);
  const activityId = activity === undefined ? world.nextId() : showIn(world, { chat, thread: null }, activity).id;
  return created(world, chat.id, activityId);
};

/** The personal chat with somebody, always the same; or a new thread in a channel. */
export const create = (call: Call): Reply => {
  if (isTooBig(call.asked.raw.toString())) return tooBig;
  const wanted = Wanted.safeParse(call.body);
  if (!wanted.success || !isPart(call.body)) return badSyntax;
  const channel = wanted.data.channelData?.channel?.id;
  if (channel !== undefined) return inChannel(call, channel, wanted.data);
  return wanted.data.isGroup === true ? badSyntax : withPerson(call, wanted.data);
};
