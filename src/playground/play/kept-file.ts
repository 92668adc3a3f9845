import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import * as z from 'zod';
import { Instant } from '../../cases/time.ts';
import type { KeptSandbox } from '../../sandbox/keep.ts';
import type { KeptTeams } from '../teams/keep.ts';

/** Everything outside the bot that outlives a stop. */
export interface Kept {
  readonly sandbox: KeptSandbox;
  readonly teams: KeptTeams;
  /** How far the clock of the playground has been put forward. */
  readonly aheadMs: number;
}

export interface KeptFile {
  /** What was kept last; null: nothing yet. */
  readonly read: () => Promise<Kept | null>;
  /** What is kept is what it was at the call; one write after the other. */
  readonly write: (kept: Kept) => Promise<void>;
}

/** What was kept cannot be used; it says why, and what to do. */
export class KeptError extends Error {}

const FORMAT = 1;
const HEADER = /^handshake-playground (\d{1,9}) ([0-9a-f]{64})$/;
const LONGEST_HEADER = 120;

const digestOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

const isA = (kind: 'Map' | 'Set') => (value: unknown) => Object.prototype.toString.call(value) === `[object ${kind}]`;
const map = <T>() => z.custom<T>(isA('Map'));
const set = <T>() => z.custom<T>(isA('Set'));
const list = <T>() => z.custom<T>(Array.isArray);

/** The outermost shape; what lies inside is as we wrote it, or the digest would not match. */
const shape = z.object({
  sandbox: z.object({
    partners: map<KeptSandbox['partners']>(),
    customers: map<KeptSandbox['customers']>(),
    relationships: map<KeptSandbox['relationships']>(),
    transfers: map<KeptSandbox['transfers']>(),
    registrations: map<KeptSandbox['registrations']>(),
    notices: set<KeptSandbox['notices']>(),
    audit: list<KeptSandbox['audit']>(),
    mail: list<KeptSandbox['mail']>(),
    at: Instant,
    chance: z.int(),
  }),
  teams: z.object({ people: map<KeptTeams['people']>(), chats: list<KeptTeams['chats']>(), lastId: z.int() }),
  aheadMs: z.number().min(0),
}) satisfies z.ZodType<Kept>;

const AFRESH = 'The file is left as it is. `npm start -- --fresh` begins anew.';

const damaged = (path: string, what: string, cause?: unknown): Error =>
  new KeptError(`${path}, where the playground keeps its made-up world, is damaged: ${what}. ${AFRESH}`, { cause });

const tooNew = (path: string, format: number): Error =>
  new KeptError(
    `${path}, where the playground keeps its made-up world, was written by a newer Handshake: it has format ${format}, and ` +
      `this program knows formats up to ${FORMAT}. ${AFRESH}`,
  );

/** The part behind the header, when it is whole. */
const bodyIn = (path: string, file: Buffer): Buffer => {
  const end = file.subarray(0, LONGEST_HEADER).indexOf('\n');
  const [, format, digest] = HEADER.exec(file.toString('latin1', 0, Math.max(0, end))) ?? [];
  if (format === undefined) throw damaged(path, 'it does not begin as it should');
  if (Number(format) > FORMAT) throw tooNew(path, Number(format));
  const body = file.subarray(end + 1);
  if (digestOf(body) !== digest) throw damaged(path, 'what it holds is not what was written');
  return body;
};

const valueIn = (path: string, body: Buffer): unknown => {
  try {
    return deserialize(body);
  } catch (problem) {
    throw damaged(path, 'this Node cannot read it', problem);
  }
};

const keptIn = (path: string, file: Buffer): Kept => {
  const parsed = shape.safeParse(valueIn(path, bodyIn(path, file)));
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw damaged(path, `not as expected are ${missing}`, parsed.error);
};

const bytesOf = (kept: Kept): Buffer => {
  const body = serialize(kept);
  return Buffer.concat([Buffer.from(`handshake-playground ${FORMAT} ${digestOf(body)}\n`), body]);
};

const isMissing = (problem: unknown): boolean => (problem as NodeJS.ErrnoException).code === 'ENOENT';

const written = async (path: string, bytes: Buffer): Promise<void> => {
  const draft = `${path}.draft`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(draft, 'w');
    await file
      .writeFile(bytes)
      .then(() => file.sync())
      .finally(() => file.close());
    await rename(draft, path);
  } catch (problem) {
    await rm(draft, { force: true });
    throw problem;
  }
};

/** A file that holds the whole of what was kept, and is replaced as a whole or not at all. */
export const createKeptFile = (path: string): KeptFile => {
  let line: Promise<unknown> = Promise.resolve();
  return {
    read: async () => {
      try {
        return keptIn(path, await readFile(path));
      } catch (problem) {
        if (isMissing(problem)) return null;
        throw problem;
      }
    },
    write: (kept) => {
      const bytes = bytesOf(kept);
      const writing = line.then(() => written(path, bytes));
      line = writing.catch(() => undefined);
      return writing;
    },
  };
};
