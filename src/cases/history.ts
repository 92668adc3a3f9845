import * as z from 'zod';
import { CaseEvent } from './case.ts';
import { canonical, sha256 } from './digest.ts';
import { CaseId } from './ids.ts';
import { Instant } from './time.ts';

/** An event as it is kept: the exact text that was hashed, and beside it what may be erased. */
export const SealedEvent = z.strictObject({
  caseId: CaseId,
  seq: z.int().min(1),
  text: z.string(),
  hash: z.string().length(64),
  /** Values of personal fields, each with its salt, by the digest that stands in the text for it. */
  personal: z.record(z.string(), z.strictObject({ salt: z.string(), value: z.unknown() })),
});
export type SealedEvent = z.infer<typeof SealedEvent>;

/** Before the first event there is nothing to chain it to. */
export const NO_EVENT = '0'.repeat(64);

/**
 * Fields that hold people or their words, wherever in an event they stand. In the text stands a salted digest: without
 * value and salt nobody can tell what it was, and the chain holds all the same.
 */
export const personalFields: ReadonlySet<string> = new Set([
  'actor',
  'requester',
  'customer',
  'words',
  'reviewer',
  'evidence',
  'paragraph',
  'subject',
  'told',
  'messageId',
]);

/** What the rules were told and what they said, by names of their own: `customer` and `actor` are groups of facts there. */
const ofTheRules: ReadonlySet<string> = new Set(['facts', 'decisions']);

const DIGEST = 'personal:';

const digested = (salt: string, value: unknown): string => `${DIGEST}${sha256(`${salt}${canonical(value)}`)}`;

/** What acts by itself is nobody; it stays readable. */
const isPersonal = (name: string, value: unknown): boolean =>
  personalFields.has(name) && value !== null && value !== '' && !(name === 'actor' && typeof value === 'string');

const mapped = (value: unknown, name: string, map: (name: string, value: unknown) => unknown): unknown => {
  if (ofTheRules.has(name)) return value;
  const own = map(name, value);
  if (own !== value || typeof value !== 'object' || value === null) return own;
  if (Array.isArray(value)) return value.map((item) => mapped(item, name, map));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, key, map)]));
};

export interface Link {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly previous: string;
}

export const seal = ({ caseId, seq, previous }: Link, event: CaseEvent, salt: () => string): SealedEvent => {
  const personal: SealedEvent['personal'] = {};
  const open = mapped(event, '', (name, value) => {
    if (!isPersonal(name, value)) return value;
    const own = salt();
    const digest = digested(own, value);
    personal[digest] = { salt: own, value };
    return digest;
  });
  const text = canonical({ case: caseId, seq, previous, event: open });
  return { caseId, seq, text, hash: sha256(text), personal };
};

const Text = z.strictObject({ case: CaseId, seq: z.int(), previous: z.string(), event: z.unknown() });

/** Stands in for what was erased; where a person is expected, nobody. */
const erased = (name: string): unknown => {
  if (name === 'actor' || name === 'requester' || name === 'reviewer') return { id: 'erased', name: '', roles: [] };
  if (name === 'customer') return { name: 'erased', tenant: null, domain: null, country: null, language: 'en', contact: null };
  return name === 'told' ? {} : 'erased';
};

/** The event again, with what was erased left out. */
export const unseal = ({ text, personal }: SealedEvent): CaseEvent => {
  const { event } = Text.parse(JSON.parse(text));
  return CaseEvent.parse(
    mapped(event, '', (name, value) => {
      if (!personalFields.has(name) || typeof value !== 'string' || !value.startsWith(DIGEST)) return value;
      const kept = personal[value];
      return kept === undefined ? erased(name) : kept.value;
    }),
  );
};

const At = z.object({ event: z.object({ at: Instant }) });

/** When it happened. */
export const unsealedAt = ({ text }: SealedEvent): Instant => At.parse(JSON.parse(text)).event.at;

/** Drops every personal value: what stays proves that, when and by which rules, and no longer who. */
export const erase = (sealed: SealedEvent): SealedEvent => ({ ...sealed, personal: {} });

/** Why a record cannot be believed; null when it can. */
export const flawOf = (sealed: SealedEvent, { caseId, seq, previous }: Link): string | null => {
  if (sealed.caseId !== caseId || sealed.seq !== seq) return `it is filed as number ${sealed.seq} of ${sealed.caseId}`;
  if (sealed.hash !== sha256(sealed.text)) return 'its text is not the text that was hashed';
  const read = Text.safeParse(readJson(sealed.text));
  if (!read.success) return 'its text is no event';
  if (read.data.case !== caseId || read.data.seq !== seq) return `it says that it is number ${read.data.seq} of ${read.data.case}`;
  if (read.data.previous !== previous) return 'it does not follow from the record before it';
  const forged = Object.entries(sealed.personal).find(([digest, { salt, value }]) => digested(salt, value) !== digest);
  if (forged) return 'a personal value in it is not the one that was recorded';
  if (Object.keys(sealed.personal).some((digest) => !sealed.text.includes(digest)))
    return 'a personal value in it belongs to no field';
  return null;
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
