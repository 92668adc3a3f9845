import type { Door, DoorAnswer } from '../http/server.ts';
import type { Clock, Operator } from '../ports.ts';
import { tenantOf } from './activity.ts';
import type { Activity } from './activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import type { createAdmission } from './admission.ts';
import { readActivity } from './body.ts';
import { isDirect } from './direct.ts';
import type { InvokeAnswer } from './invoke-answer.ts';
import { createRecent } from './recent.ts';
import type { createTurns } from './turns.ts';

interface DoorOptions {
  readonly adapter: TeamsAdapter;
  readonly admit: ReturnType<typeof createAdmission>;
  readonly turns: ReturnType<typeof createTurns>;
  readonly clock: Clock;
  readonly operator: Operator;
}

const MOST_BYTES = 256 * 1024;
const TOLD_AGAIN_MS = 3_600_000;
const MOST_TOLD = 100;

const refusals = { 401: 'not authenticated', 403: 'not allowed', 503: 'try again' } as const;

/** What one person was answered is nothing for another one, whatever their address is. */
const keyOf = (activity: Activity): string => {
  const { conversation, from, type, id } = activity;
  return JSON.stringify([conversation.id, from.id, from.aadObjectId, from.tenantId, tenantOf(activity), type, id]);
};

const answerWith = (body: InvokeAnswer | null): DoorAnswer =>
  body === null ? { status: 200, text: '' } : { status: 200, text: JSON.stringify(body), type: 'application/json; charset=utf-8' };

/** The same thing is told once an hour: whoever is turned away may come as often as they like. */
const createSparingTell = (operator: Operator, clock: Clock) => {
  const told = new Map<string, number>();
  return (sentence: string): void => {
    const now = Date.parse(clock.now());
    if (now - (told.get(sentence) ?? -Infinity) < TOLD_AGAIN_MS) return;
    if (told.size >= MOST_TOLD) told.clear();
    told.set(sentence, now);
    operator.tell(sentence);
  };
};

/** Where Teams calls. */
export const teamsDoor = ({ adapter, admit, turns, clock, operator }: DoorOptions): Door => {
  const recently = createRecent<InvokeAnswer | null>(clock);
  const tell = createSparingTell(operator, clock);

  const turn = async (activity: Activity, forget: () => void): Promise<InvokeAnswer | null> => {
    try {
      return await adapter.turn(activity, () => turns.take(activity, forget));
    } catch (error) {
      forget();
      return turns.broke(activity, error);
    }
  };

  return {
    path: '/api/messages',
    mostBytes: MOST_BYTES,
    open: async ({ headers, raw, from }) => {
      const read = readActivity(raw);
      if (!read.ok) return { status: 400, text: read.words };
      const { activity } = read;
      const admitted = await admit({ activity, authorization: headers.authorization, from: isDirect(headers) ? from : null });
      if (!admitted.ok) {
        tell(`Teams: somebody was turned away (${admitted.status}): ${admitted.words}`);
        return { status: admitted.status, text: refusals[admitted.status] };
      }
      if (activity.id == null) return answerWith(await turn(activity, () => undefined));
      return answerWith(await recently(keyOf(activity), (forget) => turn(activity, forget)));
    },
  };
};
