import type { Case } from './case.ts';
import type { Decided } from './decided.ts';
import { canonical, digestOf } from './digest.ts';

const saidIn = (decisions: readonly Decided[]): unknown[] =>
  decisions.map(({ flow, about, verdict, findings }) => [
    flow,
    about,
    verdict,
    findings.map(({ rule, says }) => [rule, says.values]),
  ]);

const digested = ({ id, cloud, customer, proposal, asks, decisions, approval }: Case): string =>
  digestOf([id, cloud, customer, proposal, asks, saidIn(decisions), approval]).slice(0, 32);

/** Whether a card would say the same with these decisions as with those. */
export const saySame = (some: readonly Decided[], others: readonly Decided[]): boolean =>
  canonical(saidIn(some)) === canonical(saidIn(others));

/** A case as it stood is never changed, and each of those who are shown it asks. */
const known = new WeakMap<Case, string>();

/**
 * What a decider relies on, in short: a button carries it and the decision is bound to it. What is proposed, what the rules
 * say of it and who has to agree are part of it; who was reminded, and how often, is not.
 */
export const seenOf = (current: Case): string => {
  const seen = known.get(current) ?? digested(current);
  known.set(current, seen);
  return seen;
};
