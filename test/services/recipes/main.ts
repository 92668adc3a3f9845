import { broken, faults, played, textOf, verdictOn } from './matrix.ts';
import type { FaultName, Outcome } from './matrix.ts';
import { recipes } from './recipes.ts';
import type { Recipe } from './recipes.ts';

/** Once, and more often than one call tries. */
const TIMES = [1, 5];

const names = Object.keys(faults) as FaultName[];
const signs = { right: '✓', stuck: 's', doubled: 'D', wrong: 'X', threw: '!' } as const;
type Sign = keyof typeof signs;

const counts: Record<Sign, number> = { right: 0, stuck: 0, doubled: 0, wrong: 0, threw: 0 };
const remarks: string[] = [];

const remark = (where: string, verdict: Sign, outcome: Outcome | Error): void => {
  const words =
    outcome instanceof Error ? outcome.message : `${outcome.status} ${JSON.stringify(outcome.left)} ${outcome.stuck ?? ''}`;
  if (verdict !== 'right') remarks.push(`${signs[verdict]} ${where}: ${words.slice(0, 300)}`);
};

const cell = async (recipe: Recipe, step: Outcome['steps'][number], fault: FaultName, times: number): Promise<string> => {
  const where = `${textOf(step)} | ${fault} × ${times}`;
  let verdict: Sign = 'threw';
  try {
    const outcome = await broken(recipe, step, fault, times);
    verdict = verdictOn(recipe, outcome);
    remark(where, verdict, outcome);
  } catch (error) {
    remark(where, verdict, error instanceof Error ? error : new Error(String(error)));
  }
  counts[verdict] += 1;
  return signs[verdict];
};

const header = names.map((name, place) => `${String.fromCodePoint(97 + place)} ${name}`).join(' · ');
console.log(`Every step of every recipe with every fault: once, and five times running.\n${header}\n`);

for (const recipe of recipes) {
  console.log(recipe.name);
  const { steps } = await played(recipe);
  for (const step of steps) {
    const cells = await Promise.all(
      names.map(async (fault) => {
        const row: string[] = [];
        for (const times of TIMES) row.push(await cell(recipe, step, fault, times));
        return row.join('');
      }),
    );
    console.log(`  ${cells.join(' ')}  ${textOf(step)}`);
  }
}

console.log(`\n✓ as if nothing had happened · s stuck, with the reason · D doubled · X wrong\n${remarks.join('\n')}`);
const cells = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(
  `cells ${cells}, right ${counts.right}, stuck with a reason ${counts.stuck}, doubled ${counts.doubled}, wrong ${counts.wrong + counts.threw}`,
);
process.exitCode = counts.doubled + counts.wrong + counts.threw === 0 ? 0 : 1;
