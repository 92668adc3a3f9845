// The performance claims, as ratios measured in one run. The rivals they are measured against are installed only here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from './setup.mjs';

const folder = fileURLToPath(new URL('../bench/', import.meta.url));
install(folder);
const benches = ['policy.ts', 'store.ts', 'services.ts', 'conversation.ts', 'start.ts'];
// What memory is left behind can be told only after a collection that is asked for.
const run = (bench) => spawnSync(process.execPath, ['--expose-gc', `${folder}${bench}`], { stdio: 'inherit' });
const failed = benches.filter((bench) => run(bench).status !== 0);
process.exitCode = failed.length;
