import type * as z from 'zod';
import { readJson } from '../wire/json-body.ts';
import { Activity } from './activity.ts';

type Read = { readonly ok: true; readonly activity: Activity } | { readonly ok: false; readonly words: string };

/** Of objects, lists and values together: many times what a chat has to say. */
const MOST_PARTS = 5000;

/** Without calling itself, as whoever sent it may have built it for that. */
const isBroad = (value: unknown): boolean => {
  const rest: unknown[] = [value];
  let parts = 0;
  while (rest.length > 0) {
    const part = rest.pop();
    parts += 1;
    if (parts + rest.length > MOST_PARTS) return true;
    if (typeof part !== 'object' || part === null) continue;
    for (const inner of Object.values(part)) rest.push(inner);
  }
  return false;
};

const problemOf = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? 'not an activity' : `${issue.path.join('.') || 'the body'}: ${issue.message}`;
};

/** The bytes as an activity, or in a few words why they are none. */
export const readActivity = (raw: Uint8Array): Read => {
  const json = readJson(Buffer.from(raw));
  if (!json.ok) return { ok: false, words: json.words };
  if (isBroad(json.value)) return { ok: false, words: 'more parts than anybody says' };
  const parsed = Activity.safeParse(json.value);
  return parsed.success ? { ok: true, activity: parsed.data } : { ok: false, words: problemOf(parsed.error) };
};
