/** What Teams would send: each activity under an id of its own. */
import { TENANT } from './people.ts';
import type { Somebody } from './people.ts';

/** A case that waits, and what its card shows in short. */
export interface Waiting {
  readonly id: string;
  readonly seen: string;
}

const activity = (service: string, who: Somebody, number: number) => ({
  channelId: 'msteams',
  id: `f:${who.id}-${number}`,
  serviceUrl: `${service}/teams/`,
  timestamp: new Date().toISOString(),
  locale: 'en-GB',
  from: { id: `29:${who.id}`, name: who.name, aadObjectId: who.id },
  recipient: { id: '28:b070b070-0001-4f01-8f01-0000000000f2', name: 'Handshake' },
  conversation: { id: `a:${who.id}`, conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
});

export const said = (service: string, who: Somebody, number: number, text: string): string =>
  JSON.stringify({ ...activity(service, who, number), type: 'message', textFormat: 'plain', text });

export const approved = (service: string, who: Somebody, number: number, { id, seen }: Waiting): string => {
  const data = { verb: 'approve', id, seen };
  return JSON.stringify({
    ...activity(service, who, number),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: `1:${number}`,
    value: { action: { type: 'Action.Execute', verb: 'approve', data }, trigger: 'manual' },
  });
};
