import type { Effect } from '../../src/cases/effect.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import { later } from '../../src/cases/time.ts';
import type { LookedUp, Outcome, Report } from '../../src/ports.ts';
import type { Chance } from './chance.ts';
import type { Request } from './protocol.ts';

/** Something that was done outside, each time it was done. */
export interface Deed {
  readonly key: string;
  readonly caseId: CaseId;
  readonly effect: Effect;
  /** Another card was posted, beside those that were there; otherwise one was brought up to date. */
  readonly isPosted: boolean;
}

export const messageIdFor = (key: string): string => `<${key}@nordlys.example>`;

const reportOf = ({ effect, caseId, key, now }: Request): Report | undefined => {
  const link = `https://admin.microsoft.com/invitation/${caseId}`;
  switch (effect.kind) {
    case 'get-reseller-link':
      return { name: 'record-invitation-ready', what: 'reseller', link, relationshipId: null };
    case 'create-relationship':
      return { name: 'record-invitation-ready', what: 'gdap', link, relationshipId: `rel-${caseId}` };
    case 'extend-relationship':
      return { name: 'record-relationship-extended', endsAt: later(now, { days: 180 }) };
    case 'assign-groups':
      return { name: 'record-groups-assigned', endsAt: null };
    case 'end-relationship':
    case 'remove-reseller-relationship':
      return { name: 'record-relationship-ended', by: 'us' };
    case 'create-transfer':
      return { name: 'record-transfer-created', transferId: `transfer-${caseId}`, expiresAt: null };
    case 'cancel-transfer':
      return { name: 'record-transfer-changed', state: 'cancelled', words: '' };
    case 'send-letter':
      return { name: 'record-letter-sent', letter: effect.letter, messageId: messageIdFor(key) };
    default:
      return undefined;
  }
};

const watched = (effect: Effect): string | null => {
  if (effect.kind === 'watch-invitation') return effect.what;
  return effect.kind === 'watch-transfer' ? 'transfer' : null;
};

/**
 * Everybody who is asked to do something. They outlive every kill, do a thing once for each key, and now and then do it and
 * lose the answer, have no time, or say no.
 */
export class Outside {
  readonly deeds: Deed[] = [];
  readonly #chance: Chance;
  readonly #done = new Map<string, Outcome & { kind: 'done' }>();
  /** What a customer or another partner has done meanwhile, for whoever looks. */
  readonly #seen = new Map<string, Report>();
  #isQuiet = false;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** No more troubles, and fewer looks at what will not change. */
  calmDown(): void {
    this.#isQuiet = true;
  }

  happened(caseId: CaseId, what: 'reseller' | 'gdap' | 'transfer', report: Report): void {
    this.#seen.set(`${caseId} ${what}`, report);
  }

  answer(request: Request): Outcome | LookedUp {
    const what = watched(request.effect);
    if (what !== null) return this.#watch(request, what);
    if (request.looksUp) return this.#done.get(request.key) ?? { kind: 'absent' };
    const fault = this.#isQuiet ? 1 : this.#chance.next();
    if (fault < 0.03) return { kind: 'again', words: 'busy' };
    const isKnown = this.#done.has(request.key);
    if (fault < 0.05 && !isKnown) return { kind: 'refused', code: 'no', words: 'not today' };
    const outcome = this.#doOnce(request);
    return fault < 0.09 ? { kind: 'unknown', words: 'the answer was lost' } : outcome;
  }

  #watch({ caseId, now }: Request, what: string): Outcome {
    const report = this.#seen.get(`${caseId} ${what}`);
    if (report !== undefined) return { kind: 'done', report };
    return { kind: 'not-yet', after: later(now, this.#isQuiet ? { days: 40 } : { hours: 6 }) };
  }

  #doOnce(request: Request): Outcome {
    const { key, caseId, effect, now, sent } = request;
    const before = this.#done.get(key);
    if (before !== undefined) return before;
    this.deeds.push({ key, caseId, effect, isPosted: effect.kind === 'show-case' && sent.length === 0 });
    const report = reportOf(request);
    const card = { caseId, place: 'chat', activityId: `card-${caseId}`, at: now };
    const outcome = {
      kind: 'done',
      ...(report && { report }),
      ...(effect.kind === 'show-case' && { sent: [card] }),
    } as const;
    this.#done.set(key, outcome);
    return outcome;
  }
}
