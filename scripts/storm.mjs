// The crash storm: a real process is killed at named points and at random. KILLS and STORM_SEED are taken from the environment.
// Afterwards everything that was acknowledged is there, nothing is half-done, and everything outside was done once.
import { storm } from '../test/storm/storm.ts';
import { points } from '../test/storm/protocol.ts';

const kills = Number(process.env.KILLS ?? 300);
const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1e9));
/** With so many kills no point may be left out. */
const ENOUGH = 300;
if (!(Number.isSafeInteger(kills) && kills > 0 && Number.isSafeInteger(seed))) {
  console.error('KILLS and STORM_SEED are whole numbers, and there is no storm without a kill.');
  process.exit(1);
}

console.log(`A storm of ${kills} kills. To plan the same again: STORM_SEED=${seed} npm run storm`);
const { findings, deaths, ...found } = await storm({ kills, seed, say: console.log });
console.log(
  `killed ${Object.entries(deaths)
    .map(([point, count]) => `${point} ${count}`)
    .join(', ')}`,
);
for (const finding of findings) console.error(finding);
const missed = kills < ENOUGH || findings.length > 0 ? [] : points.filter((point) => deaths[point] === 0);
if (missed.length > 0) console.error(`Nobody was killed at: ${missed.join(', ')}`);
// Where nothing was acknowledged, nothing could be lost.
process.exitCode = findings.length > 0 || missed.length > 0 || found.acknowledged === 0 ? 1 : 0;
console.log(`kills ${found.kills}, acknowledged ${found.acknowledged}, lost ${found.lost}, doubled ${found.doubled}`);
