import * as z from 'zod';
import type { Heard, Speaking } from '../conversation/heard.ts';
import { tenantOf } from './activity.ts';
import type { Activity } from './activity.ts';
import { executed, submitted } from './pressed.ts';
import { saidText } from './said-text.ts';

/**
 * - heard: for the conversation
 * - stranger: somebody without an id in the directory; what they want is not looked at
 * - unreadable: a press or a search that is none
 * - other: an invoke that nobody here knows
 * - nothing: nobody has to do anything about it
 */
export type Meant =
  { readonly kind: 'heard'; readonly heard: Heard } | { readonly kind: 'stranger' | 'unreadable' | 'other' | 'nothing' };

type What = Heard['what'];

const MOST_FOUND = 50;
const OTHER_BOT = '28:';
const word = z.string().max(500).catch('');

const Search = z.object({
  queryText: word,
  dataset: word,
  queryOptions: z.object({ top: z.int().min(1).max(MOST_FOUND).catch(MOST_FOUND) }).catch({ top: MOST_FOUND }),
});

const MOST_SHARED = 25;
const MOST_SKIPPED = 1000;
const Text = z.string().catch('');

const Query = z.object({
  commandId: word,
  parameters: z
    .array(z.object({ name: Text, value: Text }))
    .max(20)
    .catch([]),
  queryOptions: z
    .object({
      skip: z.int().min(0).max(MOST_SKIPPED).catch(0),
      count: z.int().min(1).max(MOST_SHARED).catch(MOST_SHARED),
    })
    .catch({ skip: 0, count: MOST_SHARED }),
});

const LONGEST_QUERY = 200;

/** A chat between two people is called personal as well; one with us has us in its name, or no people at all. */
const isOfOthers = ({ conversation: { id }, recipient }: Activity): boolean =>
  id.startsWith('19:') && !id.toLowerCase().includes(recipient.id.replace(OTHER_BOT, '').toLowerCase());

const kindOf = (activity: Activity): Heard['chat']['kind'] => {
  const kind = activity.conversation.conversationType;
  if (kind === 'channel') return 'channel';
  if (isOfOthers(activity)) return 'group';
  // Whatever is not said to be personal is not taken for it: others may be reading.
  return kind === 'personal' ? 'personal' : 'group';
};

/** A bot may be mentioned by another name than the one under which it is written to. */
const namesOf = ({ recipient, entities }: Activity): ReadonlySet<string> => {
  const mentioned = (entities ?? []).flatMap((one) => (one?.mentioned.id === recipient.id ? [one.mentioned.name] : []));
  return new Set(recipient.name == null ? mentioned : [recipient.name, ...mentioned]);
};

const messageIn = (activity: Activity): What | null => {
  const { text, value } = activity;
  const press = value == null ? null : submitted(value);
  if (press !== null) return press;
  return text == null ? null : { kind: 'words', text: saidText(text, namesOf(activity)) };
};

const searchIn = (value: unknown): What | null => {
  const parsed = Search.safeParse(value);
  if (!parsed.success) return null;
  const { dataset, queryText, queryOptions } = parsed.data;
  return { kind: 'search', dataset, text: queryText, limit: queryOptions.top };
};

/** As soon as the list opens Teams asks for something to begin with. */
const INITIAL = 'initialRun';

const queryIn = (value: unknown): What | null => {
  const parsed = Query.safeParse(value);
  if (!parsed.success) return null;
  const { commandId, parameters, queryOptions } = parsed.data;
  const typed = parameters.find(({ name }) => name !== INITIAL)?.value ?? '';
  const { skip, count } = queryOptions;
  return { kind: 'query', command: commandId, text: typed.slice(0, LONGEST_QUERY).toWellFormed(), skip, limit: count };
};

/** Of the bot itself: what others do to each other is in nobody's way. */
const comingAndGoing = ({ type, action, recipient, membersAdded, membersRemoved }: Activity): What | null => {
  if (type === 'installationUpdate') {
    if (action?.startsWith('add')) return { kind: 'arrived' };
    return action?.startsWith('remove') ? { kind: 'left' } : null;
  }
  if (membersRemoved?.some(({ id }) => id === recipient.id)) return { kind: 'left' };
  return membersAdded != null && membersAdded.length > 0 ? { kind: 'arrived' } : null;
};

/** In a chat of ours somebody of another tenant brings their own. */
const speakingIn = (activity: Activity): Speaking | null => {
  const { id: address, name, aadObjectId: id, tenantId } = activity.from;
  const tenant = tenantId ?? tenantOf(activity);
  return tenant === null || tenant === '' || id == null ? null : { id, name: (name ?? '').toWellFormed(), address, tenant };
};

/** Whoever comes or goes expects nothing, and two bots would answer each other for ever. */
const isAnswerable = ({ from }: Activity, { kind }: What): boolean =>
  kind !== 'arrived' && kind !== 'left' && !from.id.startsWith(OTHER_BOT);

const heardAs = (activity: Activity, what: What | null, otherwise: 'nothing' | 'unreadable'): Meant => {
  if (what === null) return { kind: otherwise };
  const who = speakingIn(activity);
  if (who === null) return { kind: isAnswerable(activity, what) ? 'stranger' : 'nothing' };
  const { conversation, serviceUrl, id, locale, replyToId } = activity;
  const isPress = what.kind === 'press';
  const heard: Heard = {
    id: id ?? '',
    who,
    chat: { id: conversation.id, service: serviceUrl, kind: kindOf(activity) },
    locale: locale ?? null,
    pressedOn: isPress ? (replyToId ?? null) : null,
    what,
  };
  return { kind: 'heard', heard };
};

const invoked = (activity: Activity): Meant => {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return heardAs(activity, executed(activity.value), 'unreadable');
    case 'application/search':
      return heardAs(activity, searchIn(activity.value), 'unreadable');
    case 'composeExtension/query':
      return heardAs(activity, queryIn(activity.value), 'unreadable');
    default:
      return { kind: 'other' };
  }
};

/** What somebody means, in our words. Who they are is taken from nothing that they have written. */
export const heardIn = (activity: Activity): Meant => {
  switch (activity.type) {
    case 'invoke':
      return invoked(activity);
    case 'message':
      return heardAs(activity, messageIn(activity), 'nothing');
    case 'conversationUpdate':
    case 'installationUpdate':
      return heardAs(activity, comingAndGoing(activity), 'nothing');
    default:
      return { kind: 'nothing' };
  }
};
