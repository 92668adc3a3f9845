// The performance claims, as ratios measured in one run. The rivals they are measured against are installed only here.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { install } from './setup.mjs';

const folder = fileURLToPath(new URL('../bench/', import.meta.url));
install(folder);
const benches = ['policy.ts', 'store.ts'];
const failed = benches.filter((bench) => spawnSync(process.execPath, [`${folder}${bench}`], { stdio: 'inherit' }).status !== 0);
process.exitCode = failed.length;
