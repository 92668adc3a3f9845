import * as z from 'zod';
import { Cloud, Flow, isStricter, Role, verdicts } from '../policy/index.ts';
import type { Decision, Situation } from '../policy/index.ts';
import { digestOf } from './digest.ts';
import { Person } from './people.ts';

const Value = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.strictObject({ label: z.string() }),
  z.strictObject({ labels: z.array(z.string()).readonly() }),
  z.strictObject({ day: z.string() }),
]);

/** A finding as it was given. Rules are named by text here: an old history may name one that has been retired. */
const Finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['deny', 'warn', 'inform']),
  review: z.boolean(),
  says: z.strictObject({ key: z.string(), values: z.record(z.string(), Value).readonly() }),
  sources: z.array(z.string()).readonly(),
  contradiction: z.string().optional(),
});

/** What is asked of the rulebook: one flow, about one item or about the customer as a whole, with what only the asker knows. */
export const Ask = z.strictObject({
  flow: Flow,
  about: z.string().max(200).nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export type Ask = z.infer<typeof Ask>;

/** One decision of the rulebook, with the facts it rests on, so that it can be given again years later. */
export const Decided = z.strictObject({
  flow: Flow,
  about: z.string().max(200).nullable(),
  verdict: z.enum(verdicts),
  findings: z.array(Finding).readonly(),
  nextSteps: z.array(z.string()),
  edition: z.strictObject({
    date: z.string(),
    cloud: Cloud,
    id: z.string().nullable(),
    fingerprint: z.string(),
    houseRules: z.string().nullable(),
  }),
  facts: z.record(z.string(), z.unknown()),
});
export type Decided = z.infer<typeof Decided>;

/** Whose agreement the case needs: everything its decisions ask for, together. */
export const Approval = z.strictObject({ people: z.union([z.literal(1), z.literal(2)]), roles: z.array(Role) });
export type Approval = z.infer<typeof Approval>;

/** A person's answer to what the rules left to a person; it holds for these findings on these facts and for no others. */
export const Answered = z.strictObject({ digest: z.string(), reviewer: Person, words: z.string().min(1) });
export type Answered = z.infer<typeof Answered>;

export const decidedOf = (ask: Ask, situation: Situation, decision: Decision): Decided => ({
  flow: ask.flow,
  about: ask.about,
  verdict: decision.verdict,
  findings: decision.findings,
  nextSteps: [...decision.nextSteps],
  edition: decision.edition,
  facts: { ...situation.facts },
});

/** A case is as free as its strictest decision. */
export const verdictOf = (decisions: readonly Decided[]): Decided['verdict'] =>
  decisions.reduce<Decided['verdict']>((strictest, { verdict }) => (isStricter(verdict, strictest) ? verdict : strictest), 'allow');

/** Who decides is asked anew each time, so it is no part of what was answered. */
const factsAnswered = ({ facts }: Decided): unknown => ({ ...facts, actor: undefined });

/** What a person was asked to decide; null when the rules left nothing to a person. */
export const openQuestion = (decisions: readonly Decided[]): string | null => {
  const left = decisions
    .map((decided) => ({ ...decided, findings: decided.findings.filter(({ review }) => review) }))
    .filter(({ findings }) => findings.length > 0);
  if (left.length === 0) return null;
  return digestOf(left.map((decided) => [decided.flow, decided.about, decided.findings, factsAnswered(decided)]));
};

export const isAnswered = (decisions: readonly Decided[], answered: Answered | null): boolean => {
  const question = openQuestion(decisions);
  return question === null || question === answered?.digest;
};
