import { hostile } from './hostile.ts';

const attacks = Number(process.env.HOSTILE ?? 100_000);
const seed = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 1e9));
if (!(Number.isSafeInteger(attacks) && attacks > 0 && Number.isSafeInteger(seed))) {
  console.error('HOSTILE and HOSTILE_SEED are whole numbers, and nothing is tested without an attack.');
  process.exit(1);
}

console.log(`${attacks} hostile activities. The same again: HOSTILE=${attacks} HOSTILE_SEED=${seed} npm run hostile`);
const { kinds, findings, changed, forbidden, crashed, leaked } = await hostile({ attacks, seed, say: console.log });
for (const [kind, count] of Object.entries(kinds).sort()) console.log(`${String(count).padStart(7)} ${kind}`);
console.log(`cases were changed ${changed} times by those who may`);
for (const finding of findings) console.error(finding);
process.exitCode = forbidden + crashed + leaked > 0 || changed === 0 ? 1 : 0;
console.log(`hostile ${attacks}, forbidden ${forbidden}, crashed ${crashed}, leaked ${leaked}`);
