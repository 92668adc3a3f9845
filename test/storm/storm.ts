import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './finding.ts';
import { createChance } from './chance.ts';
import { Front } from './front.ts';
import { Deaths } from './plan.ts';
import { points as allPoints } from './protocol.ts';
import type { Plant, Point } from './protocol.ts';

export interface StormOptions {
  readonly kills: number;
  readonly seed: number;
  readonly points?: readonly Point[];
  readonly plant?: Plant;
  /** Told how it goes. */
  readonly say?: (sentence: string) => void;
}

export interface Storm {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly findings: readonly string[];
  readonly deaths: Readonly<Record<string, number>>;
}

/** So many deaths one store goes through; a long storm is several in a row, so that none has to carry years of history. */
const KILLS_OF_A_FRONT = 50;

/** The newest of what the operator was told, beside what was found. */
const MOST_TOLD = 20;

const sum = (findings: readonly Finding[], kind: Finding['kind']): number =>
  findings.filter((one) => one.kind === kind).reduce((total, { count }) => total + count, 0);

/**
 * A real process with a real file is killed again and again. Afterwards everything that was acknowledged has to be there,
 * nothing half-done, and everything outside done once. The seed gives the same plan again, though not the same timing.
 */
export const storm = async ({ kills, seed, points = allPoints, plant, say }: StormOptions): Promise<Storm> => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-storm-'));
  const deaths = new Deaths(createChance(seed), points);
  const all = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, findings: [] as string[], deaths: deaths.at };
  const tidyUp = (): void => {
    // What went wrong is worth a look, where anybody hears of it.
    if (all.findings.length > 0 && say !== undefined) say(`The files are kept in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let number = 0; all.kills < kills && all.findings.length === 0; number++) {
      const path = join(folder, `${number}.jsonl`);
      const front = new Front({
        ...{ path, seed: seed + number, deaths, plant: plant ?? null },
        kills: Math.min(KILLS_OF_A_FRONT, kills - all.kills),
      });
      all.kills += await front.run();
      const { ledger, findings } = front;
      all.acknowledged += ledger.acknowledged.length;
      all.lost += sum(findings, 'lost');
      all.doubled += sum(findings, 'doubled');
      // What was found comes last, where a log that was cut off in front still has it.
      if (findings.length > 0) all.findings.push(...front.told.slice(-MOST_TOLD).map((sentence) => `  told: ${sentence}`));
      all.findings.push(...findings.map(({ kind, words }) => `front ${number} (seed ${seed + number}), ${kind}: ${words}`));
      say?.(
        `front ${number}: ${all.kills} kills so far, ${ledger.all.length} commands, ${ledger.acknowledged.length} acknowledged`,
      );
    }
    return all;
  } finally {
    tidyUp();
  }
};
