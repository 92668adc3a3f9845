import * as z from 'zod';
import type { Cloud } from '../policy/index.ts';
import type { Status } from './asking/states.ts';
import { CaseId } from './ids.ts';
import { Person } from './people.ts';

/** What happens outside is data. It stands in the same write as the event that wants it, and is carried out afterwards. */
const effect = <K extends string, Shape extends z.ZodRawShape>(kind: K, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

const relationshipId = z.string().min(1).max(200);
const transferId = z.string().min(1).max(200);

/** Who is told: one person, or whoever has a part in the case. */
export const Audience = z.enum(['requester', 'approvers', 'everyone', 'operator']);
export type Audience = z.infer<typeof Audience>;

export const letters = [
  'invitation',
  'reminder',
  'accepted',
  'extended',
  'about-to-expire',
  'ended',
  'switch-planned',
  'switch-reminder',
  'after-switch',
  'questions',
] as const;

export const Effect = z.discriminatedUnion('kind', [
  effect('get-reseller-link', {}),
  effect('create-relationship', {}),
  effect('extend-relationship', { relationshipId }),
  effect('assign-groups', { relationshipId }),
  effect('end-relationship', { relationshipId }),
  effect('remove-reseller-relationship', {}),
  effect('create-transfer', {}),
  effect('cancel-transfer', { transferId }),
  effect('accept-transfer', { transferId, items: z.array(z.string()) }),
  /** Looked at again and again until something has changed, or nobody waits for it any more. */
  effect('watch-invitation', { what: z.enum(['reseller', 'gdap']), relationshipId: relationshipId.nullable() }),
  effect('watch-relationship', { relationshipId: relationshipId.nullable() }),
  effect('watch-transfer', { transferId }),
  effect('send-letter', { letter: z.enum(letters) }),
  effect('show-case', {}),
  /** Becomes one `tell` for each of those who are meant. */
  effect('notify', { whom: Audience, says: z.string() }),
  effect('tell', { person: Person, says: z.string() }),
  /** What one case has to know of another. */
  effect('report-to-case', {
    to: CaseId,
    what: z.enum(['relationship-renewed', 'relationship-carried-on', 'relationship-ended']),
    part: z.enum(['reseller', 'gdap']).nullable(),
  }),
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect['kind'];

/**
 * Effects of one case keep their order within a lane and not across lanes: a service that lets us wait holds up no card.
 * Each person told has a lane of their own, so that one's night does not hold up the other's news.
 */
const laneOfKind = {
  'get-reseller-link': 'services',
  'create-relationship': 'services',
  'extend-relationship': 'services',
  'assign-groups': 'services',
  'end-relationship': 'services',
  'remove-reseller-relationship': 'services',
  'create-transfer': 'services',
  'cancel-transfer': 'services',
  'accept-transfer': 'services',
  'watch-invitation': 'watch',
  'watch-relationship': 'watch',
  'watch-transfer': 'watch',
  'send-letter': 'letters',
  'show-case': 'cards',
  notify: 'notices',
  tell: 'notices',
  'report-to-case': 'cases',
} as const satisfies Record<EffectKind, string>;

export const laneOf = (effect: Effect): string => {
  const lane = laneOfKind[effect.kind];
  if (effect.kind === 'tell') return `${lane}/${effect.person.id}`;
  return effect.kind === 'watch-invitation' ? `${lane}/${effect.what}` : lane;
};

export const isEffectKind = (word: string): word is EffectKind => Object.hasOwn(laneOfKind, word);

/** What changes something at Microsoft: the rules are asked again right before it. */
export const isService = ({ kind }: Pick<Effect, 'kind'>): boolean => laneOfKind[kind] === 'services';

/** Without it there is nothing that anybody could answer. */
const isFirst = (letter: (typeof letters)[number]): boolean => letter === 'invitation' || letter === 'questions';

/** What the case cannot go on without. A card that cannot be shown, or a reminder that never arrives, holds up nobody. */
export const isAwaited = (effect: Effect): boolean =>
  isService(effect) || laneOfKind[effect.kind] === 'watch' || (effect.kind === 'send-letter' && isFirst(effect.letter));

/** Where a service has an interface for it. Elsewhere a person does it by hand and ticks it off. */
const offeredIn: Partial<Record<EffectKind, readonly Cloud[]>> = {
  'get-reseller-link': ['global', 'china_21v'],
  'create-relationship': ['global', 'us_gov'],
  'extend-relationship': ['global', 'us_gov'],
  'assign-groups': ['global', 'us_gov'],
  'end-relationship': ['global', 'us_gov'],
  'remove-reseller-relationship': ['global', 'us_gov', 'china_21v'],
  'create-transfer': ['global'],
  'cancel-transfer': ['global'],
  'accept-transfer': ['global'],
};

export const isOffered = (kind: EffectKind, cloud: Cloud): boolean => offeredIn[kind]?.includes(cloud) ?? true;

/** Where an effect still makes sense when its turn comes. What is not named here always does. */
const wantedIn: Partial<Record<EffectKind | `told.${string}` | `letter ${string}`, readonly Status[]>> = {
  'get-reseller-link': ['preparing'],
  'create-relationship': ['preparing'],
  'extend-relationship': ['preparing'],
  'assign-groups': ['granting'],
  'end-relationship': ['ending'],
  'remove-reseller-relationship': ['ending'],
  'create-transfer': ['preparing'],
  'cancel-transfer': ['awaiting-other-partner'],
  'accept-transfer': ['moving'],
  'watch-invitation': ['awaiting-customer', 'granting'],
  'watch-relationship': ['active'],
  'watch-transfer': ['awaiting-other-partner', 'awaiting-our-decision', 'moving'],
  'letter invitation': ['awaiting-customer'],
  'letter reminder': ['awaiting-customer'],
  'letter questions': ['awaiting-customer'],
  'letter about-to-expire': ['active'],
  'letter switch-reminder': ['awaiting-other-partner'],
  'told.asked': ['awaiting-approval'],
  'told.approval-waits': ['awaiting-approval'],
  'told.decision-waits': ['awaiting-our-decision'],
  'told.question-answered': ['awaiting-approval'],
  'told.answer-waits': ['sent-back'],
  'told.customer-reminded': ['awaiting-customer'],
  'told.lapse-near': ['awaiting-customer'],
  'told.lapse-near-paused': ['awaiting-customer'],
  'told.no-access-yet': ['granting'],
};

const nameOf = (effect: Effect): keyof typeof wantedIn => {
  if (effect.kind === 'send-letter') return `letter ${effect.letter}`;
  return 'says' in effect ? (effect.says as `told.${string}`) : effect.kind;
};

export const isWanted = (effect: Effect, status: Status): boolean => wantedIn[nameOf(effect)]?.includes(status) ?? true;
