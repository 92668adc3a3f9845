import { canonical } from '../../src/cases/digest.ts';
import { later } from '../../src/cases/time.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { KeptCase, Store } from '../../src/ports.ts';
import { deedFindings } from './check-deeds.ts';
import { readCase } from './check-history.ts';
import type { ReadCase } from './check-history.ts';
import { lost } from './finding.ts';
import type { Finding } from './finding.ts';
import { isByPerson } from './ledger.ts';
import type { Ledger, Sent } from './ledger.ts';
import type { Deed } from './outside.ts';

/** As the clockwork has it, and a day less. */
const ANSWERS_KEPT_DAYS = 6;

/** What was said is what is kept, for as long as answers are kept. Asked before much time has passed. */
export const keptAnswers = async (store: Store, { all }: Ledger, now: Instant): Promise<Finding[]> => {
  const recent = later(now, { days: -ANSWERS_KEPT_DAYS });
  const findings: Finding[] = [];
  for (const sent of all) {
    const { command, answer, sentAt } = sent;
    if (answer === null || !isByPerson(sent) || sentAt < recent) continue;
    const kept = await store.answer(command.key);
    const words = kept === null ? 'nothing' : canonical(kept.answer);
    if (words !== canonical(answer)) findings.push(lost(`${command.name} ${command.key} was answered, and this is kept: ${words}`));
  }
  return findings;
};

/** What was answered with `done` is what stands in the history, at its place and by whom. */
const promiseKept = ({ command, answer }: Sent, cases: ReadonlyMap<string, ReadCase>): Finding[] => {
  if (answer?.kind !== 'done') return [];
  const { caseId, version, happened } = answer;
  const found = (cases.get(caseId)?.events ?? []).slice(version - happened.length, version);
  const isThere =
    (cases.get(caseId)?.events.length ?? 0) >= version &&
    canonical(found.map(({ type }) => type)) === canonical(happened) &&
    found.every(({ actor }) => canonical(actor) === canonical(command.actor));
  return isThere
    ? []
    : [lost(`${command.name} ${command.key} was done, and is not in the history of ${caseId}: ${canonical(answer)}`)];
};

const everyCase = async (store: Store): Promise<KeptCase[]> => {
  const all: KeptCase[] = [];
  for (;;) {
    const page = await store.cases(all.at(-1)?.case.id ?? null, 100);
    all.push(...page);
    if (page.length < 100) return all;
  }
};

/** When all is done: what was promised, what was set going by it, and what was done outside. */
export const wholeStore = async (store: Store, { acknowledged }: Ledger, deeds: readonly Deed[]): Promise<Finding[]> => {
  const cases = new Map<string, ReadCase>();
  for (const kept of await everyCase(store)) cases.set(kept.case.id, readCase(kept, await store.history(kept.case.id)));
  return [
    ...[...cases.values()].flatMap(({ flaws }) => flaws),
    ...acknowledged.flatMap((sent) => promiseKept(sent, cases)),
    ...(await deedFindings(store, cases, deeds)),
  ];
};
