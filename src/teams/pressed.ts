import * as z from 'zod';
import type { Press } from '../conversation/heard.ts';

const MOST_INPUTS = 60;
const LONGEST_NAME = 100;
const LONGEST_INPUT = 4000;

/** What stands in a button; anything else in it is an input, or nothing. */
const OURS = new Set(['verb', 'id', 'seen', '__proto__']);

const word = z.string().max(LONGEST_INPUT).catch('');
const Data = z.object({ verb: word, id: word, seen: word }).catch({ verb: '', id: '', seen: '' });

const Execute = z.object({
  /** One that cannot be ours is not read as another one. */
  action: z.object({ verb: z.string().max(LONGEST_INPUT).nullish(), data: z.unknown().optional() }),
  trigger: z.string().nullish().catch(null),
});

const inputOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value.slice(0, LONGEST_INPUT).toWellFormed();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};

const inputsIn = (data: unknown): Record<string, string> => {
  if (typeof data !== 'object' || data === null) return {};
  const entries = Object.entries(data)
    .filter(([name]) => !OURS.has(name) && name.length <= LONGEST_NAME)
    .slice(0, MOST_INPUTS);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const input = inputOf(value);
      return input === null ? [] : [[name, input]];
    }),
  );
};

/** Action.Submit, whose data arrives as the value of a message. Null: nobody pressed anything of ours. */
export const submitted = (data: unknown): Press | null => {
  const { verb, id, seen } = Data.parse(data);
  return verb === '' ? null : { kind: 'press', verb, id, seen, inputs: inputsIn(data), isAutomatic: false };
};

/** Action.Execute, and what a client does by itself when it shows a card. Null: not the shape of one. */
export const executed = (value: unknown): Press | null => {
  const parsed = Execute.safeParse(value);
  if (!parsed.success) return null;
  const { action, trigger } = parsed.data;
  const { id, seen, ...data } = Data.parse(action.data);
  const verb = action.verb == null || action.verb === '' ? data.verb : action.verb;
  if (verb === '') return null;
  return { kind: 'press', verb, id, seen, inputs: inputsIn(action.data), isAutomatic: trigger === 'automatic' };
};
