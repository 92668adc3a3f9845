import type { BotHosts } from '../clouds/profiles.ts';
import { inTime } from '../conversation/in-time.ts';
import type { Clock } from '../ports.ts';
import type { Line } from '../wire/line.ts';
import { tenantOf } from './activity.ts';
import type { Activity } from './activity.ts';
import { createInboundCheck } from './inbound-token.ts';
import { isLoopback, mayBeAnswered } from './service-url.ts';
import { createSigningKeys } from './signing-keys.ts';

export interface AdmissionOptions {
  readonly hosts: BotHosts;
  readonly app: { readonly id: string };
  readonly line: Line;
  readonly clock: Clock;
  /** For development on one machine: nobody there has a token. */
  readonly isOpen: boolean;
  /** How long it may take to find out who signs; left out: as long as Teams would wait. */
  readonly doorPatienceMs?: Readonly<Record<'invoke' | 'other', number>>;
}

interface Calling {
  readonly activity: Activity;
  readonly authorization: string | undefined;
  /** The address of whoever calls; null: somebody passes it on for others. */
  readonly from: string | null;
}

type Admitted = { readonly ok: true } | { readonly ok: false; readonly status: 401 | 403 | 503; readonly words: string };

const CHANNEL = 'msteams';
/** Teams comes again with a button when it is told to; whoever has typed something would have to type it again. */
const PATIENCE_MS = { invoke: 1000, other: 5000 };

const forbidden = (words: string): Admitted => ({ ok: false, status: 403, words });
const late: Admitted = { ok: false, status: 503, words: 'nobody has said in time who signs' };

/** Whether somebody may speak to the bot. */
export const createAdmission = ({ hosts, app, line, clock, isOpen, doorPatienceMs = PATIENCE_MS }: AdmissionOptions) => {
  const keyOf = createSigningKeys({ metadata: hosts.metadata, line, clock });
  const check = createInboundCheck({ issuer: hosts.issuer, audience: app.id, clock, keyOf });

  const checked = async (authorization: string | undefined, activity: Activity): Promise<Admitted> => {
    const patienceMs = doorPatienceMs[activity.type === 'invoke' ? 'invoke' : 'other'];
    return (await inTime(check(authorization, activity), patienceMs))?.came ?? late;
  };

  const isNearby = ({ activity, from }: Calling): boolean =>
    from !== null && isLoopback(from) && isLoopback(new URL(activity.serviceUrl).hostname);

  return async (calling: Calling): Promise<Admitted> => {
    const { activity, authorization } = calling;
    if (isOpen && !isNearby(calling)) return forbidden('only this machine may speak to a bot that asks for no token');
    const admitted = isOpen ? ({ ok: true } as const) : await checked(authorization, activity);
    if (!admitted.ok) return admitted;
    if (activity.channelId !== CHANNEL) return forbidden('not from Teams');
    if (!mayBeAnswered(activity.serviceUrl, hosts.services)) return forbidden('a service URL that nobody may be answered at');
    return tenantOf(activity) === null ? forbidden('no tenant, or two') : admitted;
  };
};
