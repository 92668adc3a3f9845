import type { Cloud } from '../../policy/index.ts';
import type { Deliver, Notice } from '../announce.ts';
import type { World } from '../world.ts';
import { bodyOf } from './body.ts';
import type { Forms } from './body.ts';
import { SIGNER } from './certificates.ts';
import type { Certificates } from './certificates.ts';
import type { Answered, Post } from './post.ts';

/** How well the post works; may be changed at any time. */
export interface Mood extends Forms {
  /** How many times too often each webhook comes. */
  duplicates: number;
  /** Every webhook waits until another one has overtaken it. */
  reordered: boolean;
  /** How much later than usual. */
  delaySeconds: number;
  /** Where the receiver is told to get the certificate; null: from the sandbox itself. */
  certificateUrl: string | null;
}

export const usualMood: Mood = {
  duplicates: 0,
  reordered: false,
  delaySeconds: 0,
  certificateUrl: null,
  resourceUri: 'observed',
  auditUri: 'usual',
};

/** One try at one webhook. */
interface Try {
  readonly event: string;
  readonly partner: string;
  readonly answered: Answered;
}

interface Works {
  readonly world: () => World;
  readonly certificates: Certificates;
  /** Where the sandbox stands. */
  readonly base: () => string;
  readonly mood: Mood;
  readonly post: Post;
}

export interface Webhooks {
  readonly deliver: Deliver;
  readonly tries: readonly Try[];
  /** What nobody has taken, after ten tries. */
  readonly offlineQueue: readonly Notice[];
  /** Everything that was on its way has arrived, or has failed to. */
  readonly arrived: () => Promise<void>;
}

const MOST_TRIES = 10;
const LONGEST_WAIT_SECONDS = 3600;
const OVERTAKEN_SECONDS = 60;

const pathOf = (cloud: Cloud): string => `/${cloud}/partner-center`;

/** The path at which the signer’s certificate lies. */
export const CERTIFICATE_PATH = `/certificates/${SIGNER}.cer`;

export const createWebhooks = ({ world, certificates, base, mood, post }: Works): Webhooks => {
  const tries: Try[] = [];
  const offlineQueue: Notice[] = [];
  let held: Notice | null = null;
  let line: Promise<void> = Promise.resolve();

  const headersOf = (raw: Buffer, inOwnHeader: boolean): Record<string, string> => ({
    'Content-Type': 'application/json',
    ...(inOwnHeader ? { 'x-ms-signature': certificates.signed(raw) } : { Authorization: `Signature ${certificates.signed(raw)}` }),
    'X-MS-Certificate-Url': mood.certificateUrl ?? `${base()}${CERTIFICATE_PATH}`,
    'X-MS-Signature-Algorithm': 'rsa-sha256',
  });

  const goesOut = async (notice: Notice, raw: Buffer, attempt: number): Promise<void> => {
    const { partner, event } = notice.news;
    const registration = world().registrations.get(partner);
    if (registration === undefined) return;
    const answered = await post(registration.url, headersOf(raw, registration.inOwnHeader), raw);
    tries.push({ event, partner, answered });
    if (answered.status !== null && answered.status >= 200 && answered.status < 300) return;
    if (attempt === MOST_TRIES) {
      offlineQueue.push(notice);
      return;
    }
    world().inSeconds(Math.min(2 ** attempt, LONGEST_WAIT_SECONDS), () => {
      queue(notice, raw, attempt + 1);
    });
  };

  const queue = (notice: Notice, raw: Buffer, attempt: number): void => {
    const { partner, event } = notice.news;
    line = line
      .then(() => goesOut(notice, raw, attempt))
      .catch((problem: unknown) => {
        tries.push({ partner, event, answered: { status: null, why: String(problem) } });
      });
  };

  const send = (notice: Notice): void => {
    const cloud = world().partners.get(notice.news.partner)?.cloud ?? 'global';
    const raw = Buffer.from(JSON.stringify(bodyOf(notice, `${base()}${pathOf(cloud)}`, mood)));
    for (let copy = 0; copy <= mood.duplicates; copy++) queue(notice, raw, 1);
  };

  const sendHeld = (): void => {
    if (held !== null) send(held);
    held = null;
  };

  const inOrder = (notice: Notice): void => {
    if (!mood.reordered || held !== null) {
      send(notice);
      sendHeld();
      return;
    }
    held = notice;
    world().inSeconds(OVERTAKEN_SECONDS, sendHeld);
  };

  return {
    deliver: (notice) => {
      if (mood.delaySeconds === 0) {
        inOrder(notice);
        return;
      }
      world().inSeconds(mood.delaySeconds, () => {
        inOrder(notice);
      });
    },
    tries,
    offlineQueue,
    arrived: () => line,
  };
};
