import * as z from 'zod';
import { legible } from '../wire/shapes.ts';

/** What is left out, null, or not as it should be is nothing: it only has to be right where something depends on it. */
const nothing = <T extends z.ZodType>(type: T) => type.nullish().catch(null);

const Id = z
  .string()
  .min(1)
  .max(512)
  .refine((id) => id.isWellFormed(), 'half a sign');
const Guid = z.guid().toLowerCase();
/** Whatever somebody says it is: a tenant that cannot be one is another one than ours, and not none. */
const TenantId = z.string().max(100).toLowerCase().catch('');
const Name = z.string().max(400);
const Member = z.object({ id: Id });
const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: Id, name: Name }) });
const Tenant = z.object({ tenant: nothing(z.object({ id: nothing(TenantId) })) });

/** What comes in, as far as anybody here reads it. Everything else is left out, whoever has sent it. */
export const Activity = z.object({
  type: z.string().min(1).max(50),
  id: Id.nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  channelId: z.string().min(1).max(50),
  serviceUrl: z.url().max(500),
  from: z.object({ id: Id, name: nothing(Name), aadObjectId: nothing(Guid), tenantId: nothing(TenantId) }),
  recipient: z.object({ id: Id, name: nothing(Name) }),
  conversation: z.object({ id: Id, conversationType: nothing(z.string().max(50)), tenantId: nothing(TenantId) }),
  channelData: nothing(Tenant),
  locale: nothing(z.string().max(35)),
  name: nothing(z.string().max(100)),
  action: nothing(z.string().max(50)),
  replyToId: nothing(Id),
  text: nothing(z.string()),
  value: z.unknown().optional(),
  entities: nothing(z.array(legible(Mention)).max(500)),
  membersAdded: nothing(z.array(Member).max(1000)),
  membersRemoved: nothing(z.array(Member).max(1000)),
});
export type Activity = z.infer<typeof Activity>;

/** The tenant in which somebody speaks; null where none is named, or two, or one that cannot be read. */
export const tenantOf = ({ conversation, channelData }: Activity): string | null => {
  const named = new Set([conversation.tenantId, channelData?.tenant?.id].filter((one) => one != null));
  const [tenant = ''] = named;
  return named.size === 1 && tenant !== '' ? tenant : null;
};
