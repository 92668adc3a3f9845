import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { faultyDisk, ioError } from './faulty-disk.ts';
import { anyCommits, cutOff, linesOn, make, newFile, open, refusalOf, state } from './journals.ts';
import type { Commit } from './journals.ts';

interface Written {
  readonly path: string;
  readonly bytes: Buffer;
  /** Every state that was acknowledged, with the length of the file at that time. The first is the header alone. */
  readonly states: readonly { readonly size: number; readonly state: string }[];
}

const write = async (commits: readonly Commit[], ending: 'closed' | 'killed'): Promise<Written> => {
  const path = newFile();
  const store = await open(path);
  const header = (linesOn(path)[0] ?? '').length + 1;
  const states = [{ size: header, state: state(store.data) }];
  for (const commit of commits) {
    await store.update(make(commit));
    states.push({ size: statSync(path).size, state: state(store.data) });
  }
  const killed = newFile();
  copyFileSync(path, killed);
  await store.close();
  const left = ending === 'closed' ? path : killed;
  return { path: left, bytes: readFileSync(left), states };
};

/** The state that such a file opens with, or the refusal. */
const readingOf = async (bytes: Buffer): Promise<string> => {
  const path = newFile();
  writeFileSync(path, bytes);
  const refused = await refusalOf(
    open(path).then((store) => store.close().then(() => Promise.reject(new Error(state(store.data))))),
  );
  if (!refused.startsWith('Error: ')) expect(readFileSync(path).equals(bytes)).toBe(true);
  return refused.replace(/^Error: /, '');
};

/** A refusal in short. */
const shortOf = (reading: string): string => reading.replace(/^(foreign|damaged): .*? at byte (\d+)[ ,].*$/s, '$1 at byte $2');

const refusalAt = (line: number): string => (line === 0 ? 'foreign at byte 0' : `damaged at byte ${line}`);

const newestBy = ({ states }: Written, size: number): string | undefined => states.findLast((one) => one.size <= size)?.state;

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? -1);

describe('a file that was cut anywhere, as by a power cut', () => {
  test('opens with the newest state acknowledged by then (P1)', async () => {
    await fc.assert(
      fc.asyncProperty(anyCommits, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), async (commits, cuts) => {
        const written = await write(commits, 'closed');
        const { bytes } = written;
        for (const any of cuts) {
          const cut = any % (bytes.length + 1);
          const reading = shortOf(await readingOf(bytes.subarray(0, cut)));
          expect(reading).toBe(newestBy(written, cut) ?? refusalAt(0));
        }
      }),
      { numRuns: 15 },
    );
  }, 20_000);

  test('every single cut of one file', async () => {
    const written = await write([[['case/1', { n: 1 }]], [['case/1', { n: 2 }]], [['case/1', null]]], 'closed');
    const { bytes } = written;
    for (let cut = 0; cut <= bytes.length; cut++) {
      const reading = shortOf(await readingOf(bytes.subarray(0, cut)));
      expect(reading).toBe(newestBy(written, cut) ?? refusalAt(0));
    }
  });

  test('tells the operator what was cut off, cuts it off, and keeps it beside the journal', async () => {
    const { path } = await write([[['case/1', { n: 1 }]], [['case/1', { n: 2 }]]], 'killed');
    const before = readFileSync(path);
    const size = before.length;
    truncateSync(path, size - 3);
    const told: string[] = [];
    const store = await open(path, { tell: (sentence) => told.push(sentence) });
    expect(state(store.data)).toBe('[["case/1",{"n":1}]]');
    const lost = numberIn(told.join(), /: (\d+) bytes from byte/);
    const start = size - 3 - lost;
    expect(told).toEqual([expect.stringContaining(`bytes from byte ${start} on were cut off, and are kept in ${path}.cut-20`)]);
    expect(told.join()).not.toContain('NULs');
    expect(cutOff(path)).toEqual([before.subarray(start, size - 3)]);
    await store.close();
    expect(linesOn(path).map((line) => line.slice(9))).toEqual([
      '{"handshake":1}',
      '"opened"',
      '[["case/1",{"n":1}]]',
      '"opened"',
      '"closed"',
    ]);
  });
});

describe('NULs over several last lines, as of a disk that has lost them', () => {
  const spoilt = async () => {
    const { path, bytes, states } = await write([[['case/1', { n: 1 }]], [['case/1', { n: 2 }]], [['case/1', { n: 3 }]]], 'killed');
    const start = states[1]?.size ?? 0;
    const nuls = Buffer.concat([bytes.subarray(0, start), Buffer.alloc(bytes.length - start)]);
    writeFileSync(path, nuls);
    return { path, start, nuls, first: states[1]?.state };
  };

  test('nothing of them is thrown away: they are kept beside the journal, and the operator is told to look', async () => {
    const { path, start, nuls, first } = await spoilt();
    const told: string[] = [];
    const store = await open(path, { tell: (sentence) => told.push(sentence) });
    expect(state(store.data)).toBe(first);
    expect(cutOff(path)).toEqual([nuls.subarray(start)]);
    expect(told).toEqual([expect.stringMatching(/ are kept in .*\.cut-.* There are NULs among them: look in a copy /)]);
    await store.close();
  });

  test('where they cannot be kept nothing is cut off', async () => {
    const { path, nuls } = await spoilt();
    const full = faultyDisk((call, on) =>
      call === 'append' && on.includes('.cut-') ? { half: true, error: ioError('ENOSPC') } : undefined,
    );
    await expect(open(path, { disk: full })).rejects.toThrow('ENOSPC');
    expect(readFileSync(path).equals(nuls)).toBe(true);
  });

  test('an upgrade keeps them as well', async () => {
    const { path, start, nuls } = await spoilt();
    const store = await open(path, { migrations: [(record) => record] });
    expect(cutOff(path)).toEqual([nuls.subarray(start)]);
    await store.close();
  });
});

/** Turns one bit and says where the line begins that it stands in. */
const turn = (bytes: Buffer, bit: number): { turned: Buffer; line: number } => {
  const turned = Buffer.from(bytes);
  const at = bit >> 3;
  turned[at] = Number(turned[at]) ^ (1 << (bit & 7));
  return { turned, line: at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1 };
};

describe('a single bit turned anywhere', () => {
  const someBits = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });

  /** What a single bit makes of the last line may look like a write that was interrupted. */
  const looksTorn = (turned: Buffer): boolean => turned.at(-1) !== 10 || turned.includes(0);

  test.each([
    // In the closing mark itself nothing is lost: what it marks was complete.
    ['closed in good order: refused with the byte, or nothing is missing (P12)', 'closed'],
    ['left by a killed process: refused with the byte, or, in its last line alone, read as the state before (P12)', 'killed'],
  ] as const)(
    'in a file %s',
    async (_, ending) => {
      await fc.assert(
        fc.asyncProperty(anyCommits, someBits, async (commits, bits) => {
          const written = await write(commits, ending);
          const { bytes } = written;
          const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
          for (const any of bits) {
            const { turned, line } = turn(bytes, any % (bytes.length * 8));
            const reading = shortOf(await readingOf(turned));
            expect(reading).toBe(line === last && looksTorn(turned) ? newestBy(written, last) : refusalAt(line));
          }
        }),
        { numRuns: 15 },
      );
    },
    20_000,
  );

  test('every single bit of one file that was closed in good order', async () => {
    const written = await write([[['case/@ 1', { n: 1 }]], [['case/2', { n: 2 }]]], 'closed');
    const { bytes } = written;
    const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const { turned, line } = turn(bytes, bit);
      const reading = shortOf(await readingOf(turned));
      expect(reading).toBe(line === last && looksTorn(turned) ? newestBy(written, last) : refusalAt(line));
    }
  }, 20_000);
});

describe('what is no journal is refused in words, and left as it is (P12)', () => {
  const whole = () => write([[['case/1', { n: 1 }]], [['case/2', { n: 2 }]]], 'closed').then(({ bytes }) => bytes.toString());

  test.each<[string, (text: string) => string]>([
    ['an empty file', () => ''],
    ['NULs', (text) => '\0'.repeat(text.length)],
    ['null', () => 'null'],
    ['0', () => '0\n'],
    ['the JSON of another program', () => '{"cases":[]}\n'],
    ['a journal that an editor has saved with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a journal that an editor has saved with a byte-order mark', (text) => `\uFEFF${text}`],
    ['a journal without its first line', (text) => text.slice(text.indexOf('\n') + 1)],
    ['a version that is no number', () => '76ec8eff {"handshake":"1"}\n'],
    ['version 0', () => '18edcbca {"handshake":0}\n'],
    ['a first line without end', () => 'x'.repeat(100_000)],
  ])('%s', async (_, spoil) => {
    expect(await readingOf(Buffer.from(spoil(await whole())))).toMatch(/^foreign: .*at byte 0 .*restore a copy/);
  });

  test.each<[string, (lines: string[]) => string[]]>([
    [
      'NULs in the place of a line',
      ([header = '', mark = '', line = '', ...rest]) => [header, mark, '\0'.repeat(line.length), ...rest],
    ],
    ['a line of another program', ([header = '', mark = '', ...rest]) => [header, mark, '{"cases":[]}', ...rest]],
    ['an empty line', ([header = '', mark = '', ...rest]) => [header, mark, '', ...rest]],
    ['CRLF behind the first line', ([header = '', mark = '', ...rest]) => [header, mark, ...rest.map((line) => `${line}\r`)]],
    ['a whole line that says nothing we know', ([header = '', mark = '', ...rest]) => [header, mark, '561bacaf {"a":1}', ...rest]],
  ])('%s: named with the byte and the way back', async (_, spoil) => {
    const text = spoil((await whole()).split('\n')).join('\n');
    const byte = text.split('\n').slice(0, 2).join('\n').length + 1;
    const reading = await readingOf(Buffer.from(text));
    expect(reading).toMatch(new RegExp(`^damaged: .* at byte ${byte}, .*Restore a copy; .*truncate -s ${byte} `));
  });

  test('the way back works: a file that is cut where the refusal says opens with what was before', async () => {
    const { path, bytes, states } = await write([[['case/1', { n: 1 }]], [['case/1', { n: 2 }]], [['case/1', { n: 3 }]]], 'closed');
    writeFileSync(path, turn(bytes, (Number(states[2]?.size) - 5) * 8).turned);
    truncateSync(path, numberIn(await refusalOf(open(path)), /truncate -s (\d+) /));
    const store = await open(path);
    expect(state(store.data)).toBe(states[1]?.state);
    await store.close();
  });
});
