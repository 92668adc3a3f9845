import type { Clock, Operator } from '../ports.ts';
import type { Delivery } from '../partner-center/webhook.ts';
import type { News } from '../partner-center/webhook-news.ts';
import type { Line } from '../wire/line.ts';
import type { AtMicrosoft } from './at-microsoft.ts';
import { createWebhookDoor } from './webhook-door.ts';
import type { Answered } from './webhook-door.ts';

interface Means {
  readonly offices: readonly AtMicrosoft[];
  readonly line: Line;
  readonly clock: Clock;
  readonly operator: Operator;
  readonly heard: (at: AtMicrosoft, news: News) => Promise<void>;
}

/** Where one of our accounts has told Partner Center to come. */
interface WebhookDoor {
  readonly path: string;
  readonly mostBytes: number;
  readonly open: (delivery: Delivery) => Promise<Answered>;
}

/** Their events are a tenth of this. */
const MOST_BYTES = 32 * 1024;

/** Brings a certificate: once, without a word about us, and without following anybody elsewhere. */
const downloadOver =
  (line: Line) =>
  async (url: string): Promise<Uint8Array | null> => {
    const { origin, pathname, search } = new URL(url);
    const outgoing = { origin, path: pathname + search, method: 'GET', headers: {}, body: null } as const;
    const arrival = await line.to(origin).ask(outgoing, 'certificates', () => line.limits.attemptMs);
    return arrival.kind === 'answered' && arrival.status === 200 ? arrival.bytes : null;
  };

/** The doors for Partner Center’s news: one for each account that has one. */
export const webhookDoors = ({ offices, line, clock, operator, heard }: Means): readonly WebhookDoor[] =>
  offices.flatMap((at) => {
    const { webhook, profile } = at.account;
    if (webhook === null) return [];
    const open = createWebhookDoor({
      signers: {
        certificateOrigins: profile.certificateOrigins,
        issuers: webhook.issuers,
        download: downloadOver(line),
        now: clock.now,
      },
      clock,
      operator,
      heard: (news) => heard(at, news),
    });
    return [{ path: new URL(webhook.url).pathname, mostBytes: MOST_BYTES, open }];
  });
