import { describe, expect, test } from '@jest/globals';
import { statSync } from 'node:fs';
import type { Key } from '../../src/store/table.ts';
import { faultyDisk, ioError } from './faulty-disk.ts';
import type { Call, Fault } from './faulty-disk.ts';
import { linesOn, newFile, open, outcomeOf, scribble, state, stateOnDisk } from './journals.ts';
import { startOwner } from './processes.ts';

/** After these nobody can know what is on the disk. A read is among them because it shows what has to be taken back. */
const LEAVES_DOUBT = ['datasync', 'truncate', 'syncFolder', 'read'];

interface Failure {
  readonly n: number;
  readonly lasting: boolean;
  readonly code: string;
  /** Counts calls of this kind alone. */
  readonly only?: Call;
}

/** Fails the n-th call, or that one and all after it, as soon as it is armed; remembers which calls those were. */
const failingAt = ({ n, lasting, code, only }: Failure) => {
  const failed: string[] = [];
  const plan = { calls: 0, isArmed: false, failed };
  const fault: Fault = (call) => {
    if (!plan.isArmed || call === 'close' || call !== (only ?? call)) return undefined;
    plan.calls++;
    if (lasting ? plan.calls < n : plan.calls !== n) return undefined;
    failed.push(call);
    return { half: true, error: ioError(code) };
  };
  return { plan, disk: faultyDisk(fault) };
};

const ROUNDS = 30;

interface Run {
  readonly calls: number;
  readonly failed: readonly string[];
  readonly broken: readonly string[];
}

type Store = Awaited<ReturnType<typeof open>>;

/** Three cases change in turn, each with its mail, sometimes with somebody who asks at the same time. */
const work = async (store: Store, leavesDoubt: () => boolean) => {
  const acknowledged = new Map<Key, number>();
  const broken: string[] = [];
  const tell = (isBroken: boolean, what: string) => {
    if (isBroken) broken.push(what);
  };
  let hasStopped = false;
  for (let round = 1; round <= ROUNDS; round++) {
    const key: Key = `case/${round % 3}`;
    const change = store.update((table) => table.set(key, { n: round }).set(`outbox/${round % 3}`, { n: round }));
    const follower = round % 5 === 0 ? store.update((table) => table.set('seen/1', { n: round })) : Promise.resolve();
    const [outcome] = await Promise.all([outcomeOf(change), outcomeOf(follower)]);
    const isKept = outcome === 'kept';
    if (isKept) acknowledged.set(key, round);
    tell(isKept && hasStopped, `${round} was kept after the store had stopped`);
    tell(!isKept && store.data.get(key)?.n === round, `${round} was refused and is in memory`);
    tell(outcome === 'unknown' && !leavesDoubt(), `${round}: nothing is unknown`);
    hasStopped ||= outcome === 'unknown' || outcome === 'stopped';
  }
  return { acknowledged, broken };
};

/** What is not as it was acknowledged. After a failed fsync there may be more, but not less. */
const missing = async (path: string, acknowledged: ReadonlyMap<Key, number>, mayHoldMore: boolean) => {
  const store = await open(path);
  const broken: string[] = [];
  for (const number of [0, 1, 2]) {
    const wanted = acknowledged.get(`case/${number}`) ?? 0;
    const [found, mail] = [`case/${number}`, `outbox/${number}`].map((key) => store.data.get(key as Key)?.n ?? 0);
    if (found !== mail) broken.push(`case/${number}: half a commit`);
    if (found !== wanted && !(mayHoldMore && Number(found) > wanted)) broken.push(`case/${number}: ${found} instead of ${wanted}`);
  }
  await store.close();
  return broken;
};

const run = async (failure: Failure): Promise<Run> => {
  const { plan, disk } = failingAt(failure);
  const path = newFile();
  const store = await open(path, { disk, slack: 6 });
  plan.isArmed = true;
  const { acknowledged, broken } = await work(store, () => plan.failed.some((call) => LEAVES_DOUBT.includes(call)));
  plan.isArmed = false;
  await store.close();
  const lost = await missing(path, acknowledged, plan.failed.includes('datasync'));
  return { calls: plan.calls, failed: plan.failed, broken: [...broken, ...lost] };
};

describe('the n-th call to the disk fails', () => {
  test.each([
    ['EIO', false],
    ['EIO', true],
    ['ENOSPC', false],
    ['ENOSPC', true],
  ] as const)(
    '%s, for ever: %s. Nothing acknowledged is lost, no commit is half there, no refused change is in memory (P1, P2)',
    async (code, lasting) => {
      const { calls } = await run({ n: Infinity, lasting, code });
      for (let n = 1; n <= calls; n++) {
        const { broken } = await run({ n, lasting, code });
        expect({ n, broken }).toEqual({ n, broken: [] });
      }
    },
    20_000,
  );

  const kinds: readonly Call[] = ['append', 'datasync', 'create', 'remove', 'rename', 'syncFolder'];
  test.each(kinds)('the first %s, once and for ever: compaction is part of this (P1, P2)', async (only) => {
    for (const lasting of [false, true]) {
      const { failed, broken } = await run({ n: 1, lasting, code: 'EIO', only });
      expect({ failed: failed.slice(0, 1), broken }).toEqual({ failed: [only], broken: [] });
    }
  });
});

describe('a write that fails', () => {
  const failing = (fault: Fault) => {
    const path = newFile();
    const plan: { fault: Fault } = { fault: () => undefined };
    const opened = open(path, { disk: faultyDisk((call, on) => plan.fault(call, on)) });
    return opened.then((store) => {
      plan.fault = fault;
      return { path, store, plan };
    });
  };
  const always =
    (...calls: string[]): Fault =>
    (call) =>
      calls.includes(call) ? { half: true, error: ioError('ENOSPC') } : undefined;

  test('changes nothing, and the store goes on when there is room again (P2)', async () => {
    const { path, store, plan } = await failing(always('append'));
    const { size } = statSync(path);
    const changes = [1, 2, 3].map((n) => outcomeOf(store.update((table) => table.set(`case/${n}`, { n }))));
    expect(await Promise.all(changes)).toEqual(['not-kept', 'not-kept', 'not-kept']);
    expect([store.data.size, statSync(path).size]).toEqual([0, size]);
    plan.fault = () => undefined;
    await store.update((table) => table.set('case/4', { n: 4 }));
    expect(await stateOnDisk(path)).toBe('[["case/4",{"n":4}]]');
    await store.close();
  });

  test('takes with it what was gathered meanwhile, which may rest on it (P2)', async () => {
    const { store, plan } = await failing(always());
    await store.update((table) => table.set('case/1', { n: 1 }));
    const outcomes: Promise<string>[] = [];
    plan.fault = (call) => {
      if (call !== 'append') return undefined;
      plan.fault = () => undefined;
      expect(store.data.get('case/1')).toEqual({ n: 2 });
      outcomes.push(outcomeOf(store.update((table) => table.set('case/1', { n: 3 }).delete('case/2'))));
      return { half: true, error: ioError('ENOSPC') };
    };
    outcomes.push(outcomeOf(store.update((table) => table.set('case/1', { n: 2 }).set('case/2', { n: 2 }))));
    await outcomes[0];
    expect([await Promise.all(outcomes), state(store.data)]).toEqual([['not-kept', 'not-kept'], '[["case/1",{"n":1}]]']);
    await store.close();
  });

  test('is said to be unknown when fsync fails, and the store stops for good (P2)', async () => {
    const { store, plan } = await failing(always('datasync'));
    expect(await outcomeOf(store.update((table) => table.set('case/1', { n: 1 })))).toBe('unknown');
    plan.fault = () => undefined;
    expect(await outcomeOf(store.update((table) => table.set('case/2', { n: 2 })))).toBe('stopped');
    expect(store.data.size).toBe(0);
    await store.close();
  });

  test('leaves no mark of good order behind when the store has stopped', async () => {
    const { path, store } = await failing(always('datasync'));
    await outcomeOf(store.update((table) => table.set('case/1', { n: 1 })));
    await store.close();
    expect(linesOn(path).at(-1)).not.toContain('closed');
  });

  test.each(['truncate', 'read'])('stops the store when what was written of it cannot be taken back: %s fails', async (call) => {
    const { path, store, plan } = await failing(always('append', call));
    expect(await outcomeOf(store.update((table) => table.set('case/1', { n: 1 })))).toBe('unknown');
    plan.fault = () => undefined;
    expect(await outcomeOf(store.update((table) => table.set('case/1', { n: 1 })))).toBe('stopped');
    await store.close();
    expect(await stateOnDisk(path)).toBe('[]');
  });

  test('cuts off its own bytes only: what another process wrote behind them stays', async () => {
    const { path, store } = await failing((call) => {
      if (call !== 'append') return undefined;
      scribble(path, 'what another process was promised\n');
      return { half: true, error: ioError('ENOSPC') };
    });
    expect(await outcomeOf(store.update((table) => table.set('case/1', { n: 1 })))).toBe('unknown');
    expect(linesOn(path).join('\n')).toContain('what another process was promised');
    await store.close();
  });
});

// The shell's limit on the size of a file stands for a full disk: a write that comes short, then one that fails.
test('a disk that is really full: the command is refused, nothing acknowledged is lost, and it goes on with room (P1, P2)', async () => {
  if (process.platform !== 'linux') return;
  const path = newFile();
  const owner = startOwner(path, 'ulimit -S -f 100');
  try {
    expect(await owner.ask()).toBe('opened');
    let n = 0;
    let answer;
    do answer = await owner.ask(`set ${++n} 5000`);
    while (answer === `kept ${n}` && n < 100);
    expect(answer).toMatch(/^refused not-kept: .*nothing has changed \(EFBIG/);
    expect(n).toBeGreaterThan(5);
    expect(await owner.ask('set 1 5')).toBe('kept 1');
    expect(await owner.ask(`set ${n + 1} 5000`)).toMatch(/^refused not-kept/);
    expect(await stateOnDisk(path)).not.toContain(`case/${n}"`);
    owner.unlimit();
    expect(await owner.ask(`set ${n} 5000`)).toBe(`kept ${n}`);
    expect(await owner.ask('close')).toBe('closed');
    const store = await open(path);
    expect(store.data.size).toBe(n);
    await store.close();
  } finally {
    await owner.end();
  }
});
