import { app, nordlys } from '../support/teams-edge.ts';
import { serviceUrl } from './connector.ts';
import { addressOf, localeOf, personalChat, staff } from './staff.ts';
import type { StaffName } from './staff.ts';

export type Activity = Readonly<Record<string, unknown>>;

/** What Teams says around everything that somebody of ours does in their own chat. */
export const spoken = (name: StaffName, id: string): Activity => {
  const { id: aadObjectId, name: called } = staff(name);
  return {
    channelId: 'msteams',
    serviceUrl,
    id,
    from: { id: addressOf(aadObjectId), name: called, aadObjectId },
    recipient: { id: `28:${app.id}`, name: 'Handshake' },
    conversation: { id: personalChat(aadObjectId), conversationType: 'personal', tenantId: nordlys },
    channelData: { tenant: { id: nordlys } },
    locale: localeOf(name),
    timestamp: '2026-03-02T09:00:00.000Z',
  };
};

export const inChat = (activity: Activity, chat: string, kind: 'channel' | 'groupChat'): Activity => ({
  ...activity,
  conversation: { id: chat, conversationType: kind, tenantId: nordlys, isGroup: true },
});

export const saying = (name: StaffName, id: string, text: string): Activity => ({
  ...spoken(name, id),
  type: 'message',
  textFormat: 'plain',
  text,
});

/** What a button carries, as the card has it. */
export interface Pressable {
  readonly verb: string;
  readonly data: { readonly verb: string; readonly id: string; readonly seen: string };
  readonly replyToId: string;
}

export const pressing = (name: StaffName, id: string, { verb, data, replyToId }: Pressable, inputs: object = {}): Activity => ({
  ...spoken(name, id),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId,
  value: { action: { type: 'Action.Execute', verb, data: { ...data, ...inputs } }, trigger: 'manual' },
});
