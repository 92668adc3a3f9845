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

/** So many worlds at once: most of the time is waiting for what is slow. */
const AT_ONCE = 24;

const row = async (recipe: Recipe, step: Outcome['steps'][number], fault: FaultName): Promise<string> => {
  const signs: string[] = [];
  for (const times of TIMES) signs.push(await cell(recipe, step, fault, times));
  return signs.join('');
};

for (const recipe of recipes) {
  console.log(recipe.name);
  const { steps } = await played(recipe);
  const jobs = steps.flatMap((step) => names.map((fault) => ({ step, fault })));
  const rows = new Map<string, string>();
  const work = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift())
      rows.set(`${textOf(job.step)} ${job.fault}`, await row(recipe, job.step, job.fault));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const step of steps) {
    console.log(`  ${names.map((fault) => rows.get(`${textOf(step)} ${fault}`)).join(' ')}  ${textOf(step)}`);
  }
}

console.log(`\n✓ as if nothing had happened · s stuck, with the reason · D doubled · X wrong\n${remarks.join('\n')}`);
const cells = Object.values(counts).reduce((sum, count) => sum + count, 0);
console.log(
  `cells ${cells}, right ${counts.right}, stuck with a reason ${counts.stuck}, doubled ${counts.doubled}, wrong ${counts.wrong + counts.threw}`,
);
process.exitCode = counts.doubled + counts.wrong + counts.threw === 0 ? 0 : 1;
