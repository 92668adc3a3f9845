import type { CaseId } from '../../src/cases/ids.ts';
import { later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import { contoso, inviting, switching } from '../support/requests.ts';
import { someone } from '../support/world.ts';
import type { people } from '../support/world.ts';
import type { Chance } from './chance.ts';
import type { Sent } from './ledger.ts';
import type { Outside } from './outside.ts';
import type { Sight } from './protocol.ts';

type Name = keyof typeof people;
type Command = Sent['command'];

/** Few enough that each comes far, enough that they get into each other's way. */
const OPEN_AT_ONCE = 6;

const overIn: readonly Sight['status'][] = ['declined', 'withdrawn', 'ended', 'done', 'refused', 'expired', 'cancelled'];
const isOver = ({ status }: Sight): boolean => overIn.includes(status);

/** People who press buttons, and customers and partners who do something by themselves. */
export class Crowd {
  readonly #chance: Chance;
  readonly #outside: Outside;
  #clicks = 0;

  constructor(chance: Chance, outside: Outside) {
    this.#chance = chance;
    this.#outside = outside;
  }

  /** What somebody does next; null when it is nothing that the bot is told of. */
  next(sights: readonly Sight[], now: Instant): Command | null {
    const open = sights.filter((sight) => !isOver(sight));
    const [first, ...others] = open;
    if (first === undefined || (open.length < OPEN_AT_ONCE && this.#chance.happens(0.4))) return this.#opening(now);
    const sight = this.#chance.oneOf([first, ...others]);
    const [retry] = this.#chance.happens(0.2) ? this.retries([sight]) : [];
    if (retry !== undefined) return retry;
    return this.#chance.happens(0.04) ? this.#of(sight, 'take-over-case', 'sven', { words: '' }) : this.#about(sight, now);
  }

  /** Another try at everything that was given up. */
  retries(sights: readonly Sight[]): Command[] {
    return sights.flatMap((sight) =>
      sight.deadLetters.map((effect) => this.#of(sight, 'retry-dead-letter', 'olav', { effect, words: '' })),
    );
  }

  #opening(now: Instant): Command {
    const key = this.#key();
    const luck = this.#chance.next();
    if (luck < 0.6) return { ...inviting(luck < 0.1 ? { gdap: null } : {}), key };
    const asked = switching(luck < 0.7 ? 'new-subscription' : 'azure-plan-transfer');
    if (luck < 0.9) return { ...asked, key };
    const { otherPartner, subjects, told } = asked.proposal;
    const procedure = 'azure-plan-transfer';
    return {
      ...{ name: 'record-transfer-offered', key, actor: 'watch', cloud: 'global', customer: contoso },
      proposal: { wants: 'hand-out', procedure, otherPartner, transferId: `offered-${key}`, subjects, told },
      expiresAt: later(now, { days: 30 }),
    };
  }

  #about(sight: Sight, now: Instant): Command | null {
    switch (sight.status) {
      case 'awaiting-approval':
        return this.#decision(sight);
      case 'sent-back':
        return this.#chance.happens(0.85)
          ? this.#of(sight, 'answer-question', sight.requester, { words: 'Because of the project.', proposal: null })
          : this.#withdrawal(sight);
      case 'active':
        return this.#afterwards(sight);
      case 'awaiting-our-decision':
        return this.#handOut(sight);
      case 'stuck':
        return this.#rescue(sight);
      default:
        return this.#onTheWay(sight, now);
    }
  }

  /** Somebody ticks something off, takes it back, or somebody outside says yes; the watch will see it. */
  #onTheWay(sight: Sight, now: Instant): Command | null {
    const { id, status } = sight;
    if (sight.items.length > 0) return this.#tick(sight);
    if (this.#chance.happens(0.15)) return this.#withdrawal(sight);
    if (status === 'awaiting-customer') {
      for (const what of ['reseller', 'gdap'] as const)
        this.#outside.happened(id, what, { name: 'record-customer-accepted', what, acceptedAt: now, endsAt: null });
    } else if (status === 'awaiting-other-partner' || status === 'moving') {
      const state = this.#chance.happens(0.85) ? 'complete' : 'refused';
      this.#outside.happened(id, 'transfer', { name: 'record-transfer-changed', state, words: '' });
    }
    return null;
  }

  #decision(sight: Sight): Command {
    const luck = this.#chance.next();
    if (luck < 0.05) return this.#of(sight, 'decline-case', 'ada', { words: 'Not this year.' });
    if (luck < 0.15) return this.#of(sight, 'send-back-case', 'bo', { words: 'Why half a year?' });
    if (luck < 0.2) return this.#withdrawal(sight);
    const approver = sight.wants === 'end' ? 'gunn' : this.#chance.oneOf(['ada', 'bo']);
    return this.#of(sight, 'approve-case', approver, { seen: sight.seen, words: 'Looked at.' });
  }

  #afterwards(sight: Sight): Command | null {
    const luck = this.#chance.next();
    const { id: of } = sight;
    const { gdap, letter, told } = inviting().proposal;
    const key = this.#key();
    if (luck < 0.25) {
      const how = this.#chance.oneOf(['anew', 'extend']);
      return { name: 'renew-admin', key, actor: someone('ana'), of, how, gdap, letter, told };
    }
    if (luck < 0.5) {
      const about = { cloud: 'global', customer: contoso, of, what: 'admin_roles', relationshipId: null, told };
      return { name: 'end-admin', key, actor: someone('ada'), ...about };
    }
    if (luck < 0.6) return { name: 'record-relationship-ended', key, actor: 'watch', caseId: of, by: 'customer' };
    return null;
  }

  #handOut(sight: Sight): Command {
    const decision = this.#chance.happens(0.8)
      ? { choice: 'agree', items: ['5ab50001-0001-4e01-8e01-0000000000e1'], words: 'Looked at.' }
      : { choice: 'refuse', words: 'They stay.' };
    return this.#of(sight, 'decide-hand-out', this.#chance.oneOf(['ada', 'bo']), { seen: sight.seen, decision });
  }

  #tick(sight: Sight): Command {
    const [item = '', ...others] = sight.items;
    return this.#of(sight, 'confirm-item', 'ada', { item: this.#chance.oneOf([item, ...others]), evidence: 'Seen in the portal.' });
  }

  #rescue(sight: Sight): Command {
    const [letter] = sight.deadLetters;
    if (letter === undefined || this.#chance.happens(0.1)) return this.#withdrawal(sight);
    return this.#of(sight, 'retry-dead-letter', 'olav', { effect: letter, words: '' });
  }

  #withdrawal(sight: Sight): Command {
    return this.#of(sight, 'withdraw-case', sight.requester, { words: 'No longer needed.' });
  }

  #of({ id: caseId }: { id: CaseId }, name: string, by: string, more: Readonly<Record<string, unknown>>): Command {
    const actor = by === 'other-partner' ? someone('ada') : someone(by as Name);
    return { name, key: this.#key(), actor, caseId, ...more };
  }

  #key(): string {
    return `click-${String(++this.#clicks).padStart(6, '0')}`;
  }
}
