import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarios } from './situations.ts';

/** A folder of this run, for files that commands are given. */
export const folder = mkdtempSync(join(tmpdir(), 'handshake-'));

export const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

export const DEFAULTS = new URL('../policy/scenarios.json', import.meta.url).pathname;

/** The worked scenarios as `decide` takes them. */
export const bare = scenarios.map(({ id, flow, asOf, cloud, facts }) => ({ id, flow, asOf, cloud, facts }));

export const scenario = (wanted: string) => {
  const found = bare.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`No scenario ${wanted}`);
  return found;
};
