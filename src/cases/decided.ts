import * as z from 'zod';
import { Cloud, Flow, isStricter, Role, verdicts } from '../policy/index.ts';
import type { Decision } from '../policy/index.ts';
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
  /** Which of the facts no service has confirmed: they were told, by whoever asked or the customer. */
  told: z.array(z.string()),
});
export type Decided = z.infer<typeof Decided>;

/** Whose agreement the case needs: everything its decisions ask for, together. */
export const Approval = z.strictObject({ people: z.union([z.literal(1), z.literal(2)]), roles: z.array(Role) });
export type Approval = z.infer<typeof Approval>;

/** A person's answer to what the rules left to a person; it holds for these findings on these facts and for no others. */
export const Answered = z.strictObject({ questions: z.array(z.string()).min(1), reviewer: Person, words: z.string().min(1) });
export type Answered = z.infer<typeof Answered>;

export const decidedOf = (ask: Ask, facts: Decided['facts'], decision: Decision, told: readonly string[] = []): Decided => ({
  flow: ask.flow,
  about: ask.about,
  verdict: decision.verdict,
  findings: decision.findings,
  nextSteps: [...decision.nextSteps],
  edition: decision.edition,
  facts,
  told: [...told],
});

/** A case is as free as its strictest decision. */
export const verdictOf = (decisions: readonly Decided[]): Decided['verdict'] =>
  decisions.reduce<Decided['verdict']>((strictest, { verdict }) => (isStricter(verdict, strictest) ? verdict : strictest), 'allow');

/** Who decides is asked anew each time, so it is no part of what was answered. */
const factsAnswered = ({ facts }: Decided): unknown => ({ ...facts, actor: undefined });

/** What the rules have left to a person, in short; a question for each decision that leaves something open. */
export const questionsIn = (decisions: readonly Decided[]): string[] =>
  decisions.flatMap((decided) => {
    const open = decided.findings.filter(({ review }) => review);
    return open.length === 0 ? [] : [digestOf([decided.flow, decided.about, open, factsAnswered(decided)])];
  });

/** Nobody is asked twice: the same findings on the same facts count as answered. */
export const isAnswered = (decisions: readonly Decided[], answered: Answered | null): boolean =>
  questionsIn(decisions).every((question) => answered?.questions.includes(question));

/** The newest word on each flow and item. */
export const newest = (former: readonly Decided[], later: readonly Decided[]): Decided[] => [
  ...former.filter((one) => !later.some(({ flow, about }) => flow === one.flow && about === one.about)),
  ...later,
];
