import type { CaseEvent } from '../../cases/case.ts';
import { unseal } from '../../cases/history.ts';
import type { SealedEvent } from '../../cases/history.ts';
import { isPerson } from '../../cases/people.ts';
import type { Actor } from '../../cases/people.ts';
import { flawIn } from '../../cases/proof.ts';
import type { Flaw } from '../../cases/proof.ts';
import { saidSource } from '../../languages/answer.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Citation, Says } from '../../policy/index.ts';
import type { KeptCase } from '../../ports.ts';

/** All that is known of one case, for whoever has to settle a dispute: it can be checked without us. */
export interface Dossier {
  readonly case: KeptCase['case'];
  readonly head: string;
  readonly flaw: Flaw | null;
  readonly records: readonly DossierRecord[];
}

interface DossierRecord extends Pick<SealedEvent, 'seq' | 'text' | 'hash' | 'personal'> {
  readonly event: CaseEvent;
  readonly who: string;
  /** What the rules said, where they were asked. */
  readonly decisions: readonly SaidDecision[];
}

interface SaidDecision {
  readonly flow: string;
  readonly about: string | null;
  readonly verdict: string;
  readonly rulesOf: string;
  readonly findings: readonly { readonly rule: string; readonly says: string; readonly sources: readonly string[] }[];
}

const role = (name: string, speaker: Speaker): string => (name === 'operator' ? name : speaker.sayKey(`value.actor.role.${name}`));

const who = (actor: Actor, speaker: Speaker): string => {
  if (!isPerson(actor)) return `the ${actor}`;
  const roles = actor.roles.map((one) => role(one, speaker)).join(', ');
  return `${actor.name || actor.id}${roles === '' ? '' : ` (${roles})`}`;
};

/** A rule that has been retired since is quoted by its id. */
const said = (speaker: Speaker, { key, values }: { key: string; values: object }): string => {
  try {
    return speaker.sayKey(key, values as Says['values']);
  } catch {
    return key;
  }
};

const passport = (citation: string, speaker: Speaker): string => {
  try {
    return `${citation}: ${saidSource(citation as Citation, speaker).passport}`;
  } catch {
    return citation;
  }
};

const decisionsOf = (event: CaseEvent, speaker: Speaker): readonly SaidDecision[] =>
  'decisions' in event
    ? event.decisions.map(({ flow, about, verdict, edition, findings }) => ({
        flow: speaker.sayKey(`flow.${flow}`),
        about,
        verdict: speaker.sayKey(`verdict.${verdict}`),
        rulesOf: `${edition.date}, edition ${edition.id ?? 'none'}, house rules ${edition.houseRules ?? 'none'}, ${edition.fingerprint}`,
        findings: findings.map(({ rule, says, sources }) => ({
          rule,
          says: said(speaker, says),
          sources: sources.map((citation) => passport(citation, speaker)),
        })),
      }))
    : [];

export const dossierOf = (kept: KeptCase, history: readonly SealedEvent[], speaker: Speaker): Dossier => ({
  case: kept.case,
  head: kept.head,
  flaw: flawIn(kept, history),
  records: history.map((sealed) => {
    const event = unseal(sealed);
    const { seq, text, hash, personal } = sealed;
    return { seq, event, who: who(event.actor, speaker), decisions: decisionsOf(event, speaker), text, hash, personal };
  }),
});
