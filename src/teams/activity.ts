import * as z from 'zod';

/** What is left out, null, or not as it should be is nothing: it only has to be right where something depends on it. */
const nothing = <T extends z.ZodType>(type: T) => type.nullish().catch(null);

const Id = z.string().min(1).max(512);
const Guid = z.guid().toLowerCase();
const Name = z.string().max(400);
const Member = z.object({ id: Id });
const Tenant = z.object({ tenant: nothing(z.object({ id: nothing(Guid) })) });

/** What comes in, as far as anybody here reads it. Everything else is left out, whoever has sent it. */
export const Activity = z.object({
  type: z.string().min(1).max(50),
  id: Id.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  channelId: z.string().min(1).max(50),
  serviceUrl: z.url().max(500),
  from: z.object({ id: Id, name: nothing(Name), aadObjectId: nothing(Guid), tenantId: nothing(Guid) }),
  recipient: z.object({ id: Id, name: nothing(Name) }),
  conversation: z.object({ id: Id, conversationType: nothing(z.string().max(50)), tenantId: nothing(Guid) }),
  channelData: nothing(Tenant),
  locale: nothing(z.string().max(35)),
  name: nothing(z.string().max(100)),
  action: nothing(z.string().max(50)),
  replyToId: nothing(Id),
  text: nothing(z.string()),
  value: z.unknown().optional(),
  membersAdded: nothing(z.array(Member).max(1000)),
  membersRemoved: nothing(z.array(Member).max(1000)),
});
export type Activity = z.infer<typeof Activity>;

/** The tenant in which somebody speaks; null where none is named, or two. */
export const tenantOf = ({ conversation, channelData }: Activity): string | null => {
  const named = new Set([conversation.tenantId, channelData?.tenant?.id].filter((one) => one != null));
  return named.size === 1 ? ([...named][0] ?? null) : null;
};
