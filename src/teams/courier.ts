import * as z from 'zod';
import { instant } from '../cases/time.ts';
import type { BotHosts } from '../clouds/profiles.ts';
import type { Chat, Clock, Courier, Message, Opened, Posted } from '../ports.ts';
import type { Authorize } from '../wire/create-service.ts';
import type { Failure, Sent } from '../wire/failure.ts';
import type { Line } from '../wire/line.ts';
import { maybe, record } from '../wire/shapes.ts';
import { createConnectors, UNWANTED } from './connector.ts';
import { isTooLarge, messageActivity } from './message-activity.ts';
import { mayBeAnswered } from './service-url.ts';

export interface CourierOptions {
  readonly hosts: BotHosts;
  readonly app: { readonly id: string };
  readonly authorize: Authorize;
  readonly line: Line;
  readonly clock: Clock;
  /** Brings the app to somebody who does not have it; left out where nobody may do that. */
  readonly install?: (personId: string) => Promise<Sent<unknown>>;
}

type Unposted = Exclude<Posted, { kind: 'posted' }>;

const PostedAnswer = record({ id: z.string().min(1) });
const OpenedAnswer = record({ id: z.string().min(1), serviceUrl: maybe(z.string()) });

const GONE = new Set([UNWANTED, 'BotNotInConversationRoster', 'BotDisabledByAdmin']);
/** The message is not there any more, and the chat may well be. */
const NO_MESSAGE = 'ActivityNotFoundInConversation';

const FORBIDDEN = 403;
const CREATED = 201;

/** Ids of chats hold signs that a path may hold as they are; what would lead elsewhere is written otherwise. */
const segment = (id: string): string =>
  encodeURIComponent(id).replaceAll(/%(?:3A|40|3B|3D|2C|24|2B)/g, (written) => decodeURIComponent(written));

const refused = (words: string): Unposted => ({ kind: 'refused', words });

const isForbidden = (failure: Failure): boolean => failure.kind === 'refused' && failure.status === FORBIDDEN;

/** Brings messages into chats of Teams. */
export const createCourier = ({ hosts, app, authorize, line, clock, install }: CourierOptions): Courier => {
  const connectorAt = createConnectors(line, authorize);
  const bot = { id: `28:${app.id}` };

  const after = (milliseconds: number) => instant(Date.parse(clock.now()) + milliseconds);

  /** `isHarmless`: once more would do no harm, so nobody has to find out whether it has happened. */
  const unposted = (failure: Failure, isHarmless: boolean): Unposted => {
    const { kind, words } = failure;
    switch (kind) {
      case 'throttled':
        return { kind: 'again', words, after: after(failure.afterMs) };
      case 'unknown-outcome':
        return { kind: isHarmless ? 'again' : 'unknown', words };
      case 'not-found':
        return { kind: failure.code === NO_MESSAGE ? 'refused' : 'gone', words };
      case 'refused':
        return { kind: GONE.has(failure.code) ? 'gone' : 'refused', words };
      case 'unreachable':
      case 'sign-in':
        return { kind: 'again', words };
      default:
        return refused(words);
    }
  };

  /** Why this is not even tried. */
  const hindrance = (chat: Chat, body: string): Unposted | null => {
    if (!mayBeAnswered(chat.service, hosts.services))
      return { kind: 'gone', words: 'Teams: a chat at an address where nobody may be answered' };
    return isTooLarge(body) ? refused('Teams: a message that is larger than 100 KB') : null;
  };

  const post = async (chat: Chat, message: Message): Promise<Posted> => {
    const body = JSON.stringify({ ...messageActivity(message), from: bot, conversation: { id: chat.id } });
    const hindered = hindrance(chat, body);
    if (hindered !== null) return hindered;
    // They count per chat, so each of them has a gate of its own.
    const path = `/v3/conversations/${segment(chat.id)}/activities`;
    const sent = await connectorAt(chat.service).send({ method: 'POST', path, body, answer: PostedAnswer, tenant: chat.id });
    return sent.ok ? { kind: 'posted', activityId: sent.body.id } : unposted(sent.failure, false);
  };

  const update = async (chat: Chat, activityId: string, message: Message): Promise<Posted> => {
    const body = JSON.stringify({ ...messageActivity(message), id: activityId });
    const hindered = hindrance(chat, body);
    if (hindered !== null) return hindered;
    const path = `/v3/conversations/${segment(chat.id)}/activities/${segment(activityId)}`;
    const call = { method: 'PUT', path, body, answer: z.unknown(), tenant: chat.id, repeatable: true } as const;
    const sent = await connectorAt(chat.service).send(call);
    return sent.ok ? { kind: 'posted', activityId } : unposted(sent.failure, true);
  };

  /** Whoever has a chat already gets the same one, so asking again does no harm. */
  const openAt = async (service: string, personId: string, tenant: string): Promise<Sent<Chat>> => {
    const sent = await connectorAt(service).send({
      method: 'POST',
      path: '/v3/conversations',
      body: { bot, members: [{ id: personId }], isGroup: false, tenantId: tenant, channelData: { tenant: { id: tenant } } },
      answer: OpenedAnswer,
      tenant: personId,
      repeatable: true,
    });
    if (!sent.ok) return sent;
    const { id, serviceUrl } = sent.body;
    return {
      ...sent,
      body: { id, service: serviceUrl !== null && mayBeAnswered(serviceUrl, hosts.services) ? serviceUrl : service },
    };
  };

  const opened = (sent: Sent<Chat>): Opened => (sent.ok ? { kind: 'opened', chat: sent.body } : unposted(sent.failure, true));

  const open = async (personId: string, tenant: string): Promise<Opened> => {
    const service = hosts.proactive;
    if (service === null) return refused('Teams: in this cloud nobody is spoken to who has not spoken before');
    const first = await openAt(service, personId, tenant);
    if (first.ok || install === undefined || !isForbidden(first.failure)) return opened(first);
    const installed = await install(personId);
    if (installed.ok) {
      const second = await openAt(service, personId, tenant);
      const isTooSoon = !second.ok && isForbidden(second.failure) && installed.status === CREATED;
      return isTooSoon ? { kind: 'again', words: `${second.failure.words}; the app has only just been installed` } : opened(second);
    }
    const why = unposted(installed.failure, true);
    return { ...why, words: `${first.failure.words}; and the app could not be installed: ${installed.failure.words}` };
  };

  return { post, update, open };
};
