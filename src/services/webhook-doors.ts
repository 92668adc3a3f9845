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

const together = (offices: readonly AtMicrosoft[], { line, clock, operator, heard }: Means): WebhookDoor['open'] =>
  createWebhookDoor({
    signers: {
      certificateOrigins: offices.flatMap(({ account: { profile } }) => profile.certificateOrigins),
      issuers: offices.flatMap(({ account: { webhook } }) => webhook?.issuers ?? []),
      download: downloadOver(line),
      now: clock.now,
    },
    clock,
    operator,
    // News does not say in which cloud it is. As it is a hint to look, all of them may look.
    heard: async (news) => {
      await Promise.all(offices.map((at) => heard(at, news)));
    },
  });

const pathOf = ({ account: { webhook } }: AtMicrosoft): string | null => webhook && new URL(webhook.url).pathname;

/** The doors for Partner Center’s news. Accounts may share one. */
export const webhookDoors = (means: Means): readonly WebhookDoor[] => {
  const paths = new Set(means.offices.map(pathOf).filter((path) => path !== null));
  return [...paths].map((path) => {
    const here = means.offices.filter((at) => pathOf(at) === path);
    return { path, mostBytes: MOST_BYTES, open: together(here, means) };
  });
};
