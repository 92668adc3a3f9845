// Installs what is missing or stale, before anything else runs. Has to run on the oldest Node a newcomer may have (20.19), so
// it imports nothing of the project. Says nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Whether a process is still at it, or was ended before it could clean up. */
const isAtWork = (pid) => {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Whether somebody else is at it. */
const isTaken = (lock) => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return false;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // It may be gone by now, or nobody has written into it yet.
    const holder = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
    if (holder !== '' && !isAtWork(Number(holder))) rmSync(lock, { force: true });
    return true;
  }
};

/** `npm start` and `npm test` side by side, right after a clone: two installations at once would leave half of each. */
const oneAtATime = (folder, work) => {
  const lock = join(folder, '.installing');
  while (isTaken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const isInstalled = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;

/** Installs the packages of a folder from its lock file unless they are there already. */
export const install = (folder = root) => {
  const stamp = join(folder, 'node_modules', '.installed-for');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  if (isInstalled(stamp, wanted)) return;
  const done = oneAtATime(folder, () => isInstalled(stamp, wanted) || installNow(folder, stamp, wanted));
  if (done) return;
  console.error('Look at the lines above; most often the registry cannot be reached. Then run the command again.');
  process.exit(1);
};

/** Says whether it worked. */
const installNow = (folder, stamp, wanted) => {
  console.error(`Installing the packages of ${folder} (a minute, once) …`);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  // Inside `npm test` the same npm goes on; its output must not mix with what the command itself prints.
  const stdio = ['ignore', 2, 2];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: folder, stdio })
    : spawnSync('npm', args, { cwd: folder, stdio, shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error(`The packages could not be installed: npm ci ended with ${done.error?.message ?? `status ${done.status}`}.`);
    return false;
  }
  writeFileSync(stamp, wanted);
  return true;
};

const checkNode = () => {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(own) || existsSync(`${own}.cmd`)) return;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  console.error(
    `This machine's Node ${process.versions.node} is too old, and no Node for ${process.platform} ${process.arch} comes with`,
  );
  console.error('the packages. Install Node 24 (or 22.19 and newer) and run the command again.');
  process.exit(1);
};

// `node scripts/setup.mjs bench` installs what a folder with a lock file of its own needs.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  checkNode();
  for (const folder of process.argv.slice(2)) install(join(root, folder));
}
