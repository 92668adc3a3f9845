import { disk } from '../../src/store/disk.ts';
import type { Disk, DiskFile } from '../../src/store/disk.ts';
import type { Store } from '../../src/ports.ts';
import type { Death, Point } from './protocol.ts';

/** Called at every point; does not return from the one at which the process shall die. */
export type Step = (point: Point) => void;

export const createStep = (death: Death | null): Step => {
  let passages = 0;
  return (point) => {
    if (point !== death?.point || ++passages < death.n) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment, in which nothing may happen any more.
    for (;;);
  };
};

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length >> 1);

/** The real disk, with a point after everything that it is asked for. A new journal becomes the journal by being renamed. */
export const deadlyDisk = (step: Step, death: Death | null): Disk => {
  const wrapped = (file: DiskFile, isNew: () => boolean): DiskFile => ({
    ...file,
    append: async (bytes) => {
      const torn = isNew() ? 'snapshot-torn' : 'line-torn';
      if (!isNew()) step('line-begun');
      // In two pieces only where it is to end between them: elsewhere it is written as ever.
      if (death?.point === torn) {
        await file.append(half(bytes));
        step(torn);
        await file.append(bytes.subarray(half(bytes).length));
      } else await file.append(bytes);
      step(isNew() ? 'snapshot-appended' : 'line-appended');
    },
    truncate: async (size) => {
      step('cut-begun');
      await file.truncate(size);
      step('cut');
    },
    datasync: async () => {
      await file.datasync();
      step(isNew() ? 'snapshot-durable' : 'line-durable');
    },
  });
  let fresh = 0;
  return {
    ...disk,
    open: async (path) => {
      const file = await disk.open(path);
      return file && wrapped(file, () => false);
    },
    create: async (path) => {
      const own = ++fresh;
      const file = wrapped(await disk.create(path), () => own === fresh);
      step('snapshot-created');
      return file;
    },
    rename: (from, to) => {
      step('rename-begun');
      disk.rename(from, to);
      fresh++;
      step('renamed');
    },
    link: async (from, to) => {
      step('link-begun');
      await disk.link(from, to);
      fresh++;
      step('linked');
    },
    syncFolder: async (path) => {
      await disk.syncFolder(path);
      step('folder-synced');
    },
  };
};

export const deadlyStore = (store: Store, step: Step): Store => ({
  ...store,
  commit: async (change) => {
    step(change.settles ? 'settle-asked' : 'commit-asked');
    const committed = await store.commit(change);
    step(change.settles ? 'settled' : 'commit-kept');
    return committed;
  },
  claim: async (now, until, limit) => {
    step('claim-asked');
    const claimed = await store.claim(now, until, limit);
    if (claimed.length > 0) step('claimed');
    return claimed;
  },
});
