import { flawIn } from '../../cases/proof.ts';
import type { Flaw } from '../../cases/proof.ts';
import type { CaseId } from '../../cases/ids.ts';
import { headOfDay } from '../../outbox/daily-head.ts';
import type { DayHead } from '../../ports.ts';
import type { ReadOnlyStore } from '../../store/read-only.ts';
import { dayText } from '../../policy/index.ts';
import { readDay, readOptions } from '../options.ts';
import type { Command } from '../run.ts';
import { withStoreToRead } from '../store-file.ts';
import { UsageError } from '../usage-error.ts';

const PAGE = 100;

interface Found {
  readonly cases: number;
  readonly events: number;
  readonly flaws: readonly Flaw[];
}

const everyHistory = async (store: ReadOnlyStore): Promise<Found> => {
  const flaws: Flaw[] = (await store.withoutRecord()).map((caseId) => ({
    caseId,
    seq: null,
    why: 'there is a history, and no case',
  }));
  let cases = 0;
  let events = 0;
  for (let after: CaseId | null = null; ;) {
    const page = await store.cases(after, PAGE);
    for (const kept of page) {
      const history = await store.history(kept.case.id);
      const flaw = flawIn(kept, history);
      if (flaw) flaws.push(flaw);
      cases++;
      events += history.length;
    }
    after = page.at(-1)?.case.id ?? null;
    if (page.length < PAGE) return { cases, events, flaws };
  }
};

interface Head {
  readonly day: string;
  readonly hash: string;
}

/** The day's head as it was told then, against the histories as they are now. */
const headLine = (told: DayHead | Head, now: DayHead): string | null => {
  if (told.hash === now.hash) return null;
  const then = 'cases' in told ? `${told.cases} cases and ${told.events} events` : told.hash;
  return `Head of ${told.day}: then ${then}, now ${now.cases} cases and ${now.events} events (${now.hash}): something is missing or was changed`;
};

/** Of the last day that was told, and of the one that is asked about: those that are not as they were told. */
const everyHead = async (store: ReadOnlyStore, given: Head | null) => {
  const told = [(await store.heads()).at(-1), given].filter((head) => head !== undefined && head !== null);
  const heads: string[] = [];
  for (const head of told) {
    const line = headLine(head, await headOfDay(store, head.day));
    if (line) heads.push(line);
  }
  return { told, heads };
};

const headToCheck = (day: string | undefined, hash: string | undefined): Head | null => {
  if (day === undefined && hash === undefined) return null;
  if (hash === undefined || !/^[0-9a-f]{64}$/.test(hash)) throw new UsageError('--head: expected the 64 characters that were told');
  return { day: dayText(readDay('day', day)), hash };
};

/** Are all histories as they were written, and is none of them missing? Names the first broken record of each. */
export const verify: Command = async (args, terminal) => {
  const { values } = readOptions(args, ['store', 'day', 'head']);
  const given = headToCheck(values.day, values.head);
  const { cases, events, flaws, told, heads } = await withStoreToRead(values.store, async (store) => ({
    ...(await everyHistory(store)),
    ...(await everyHead(store, given)),
  }));
  for (const { caseId, seq, why } of flaws) terminal.err(`${caseId}${seq === null ? '' : `, record ${seq}`}: ${why}`);
  for (const line of heads) terminal.err(line);
  const isSound = flaws.length + heads.length === 0;
  if (isSound) {
    terminal.out(`${cases} cases, ${events} events: every record is as it was written and follows from the one before it.`);
    for (const { day } of told) terminal.out(`Head of ${day}: as it was told.`);
  }
  return isSound ? 0 : 1;
};
