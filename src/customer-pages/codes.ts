import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { sha256 } from '../cases/digest.ts';
import type { Note, Ports, Store } from '../ports.ts';
import { readCode, spelt } from './spelling.ts';

type Notes = Pick<Store, 'note' | 'commit'>;

/** A letter's code proves the letter; another kind opens a page on which a customer answers. */
type Kind = 'letter' | 'answers';

const SECRET = 'customer-pages/secret';
const Secret = z.object({ secret: z.string().min(32) });
const SALTS = 4;

const keyOf = (kind: Kind, code: string): string => `${kind}-code/${sha256(code)}`;

/** What a kept code stands for is asked for in any case, so that what was typed cannot be told from how long it took. */
const askedFor = (typed: string): string => {
  const read = readCode(typed);
  return read.kind === 'code' ? read.code : '';
};

const secretIn = async (store: Notes, { salt }: Pick<Ports['chance'], 'salt'>): Promise<string> => {
  const kept = await store.note(SECRET);
  if (kept !== null) return Secret.parse(kept.value).secret;
  const secret = sha256(Array.from({ length: SALTS }, salt).join(' '));
  // Whoever was faster has made the one that counts.
  const committed = await store.commit({ notes: [{ key: SECRET, expected: 0, value: { secret } }] });
  return committed === 'kept' ? secret : Secret.parse((await store.note(SECRET))?.value).secret;
};

/**
 * Codes nobody can guess, always the same for the same thing. In the store stands no code, only a digest by which it is
 * recognised, and the secret from which all are made.
 */
export const openCodes = async (store: Notes, chance: Pick<Ports['chance'], 'salt'>) => {
  const secret = await secretIn(store, chance);
  const codeOf = (kind: Kind, subject: string): string =>
    spelt(BigInt(`0x${createHmac('sha256', secret).update(`${kind} ${subject}`, 'utf8').digest('hex')}`));

  /** From now on that page knows it. What it stands for stays what it was first. */
  const recognise = async (kind: Kind, code: string, value: unknown): Promise<void> => {
    const key = keyOf(kind, code);
    if ((await store.note(key)) === null) await store.commit({ notes: [{ key, expected: 0, value }] });
  };

  return {
    codeOf,
    recognise,
    keep: async (kind: Kind, subject: string, value: unknown): Promise<string> => {
      const code = codeOf(kind, subject);
      await recognise(kind, code, value);
      return code;
    },
    find: (kind: Kind, typed: string): Promise<Note | null> => store.note(keyOf(kind, askedFor(typed))),
  };
};

export type Codes = Awaited<ReturnType<typeof openCodes>>;
