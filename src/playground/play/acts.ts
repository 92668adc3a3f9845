import * as z from 'zod';
import { languages } from '../../languages/speak.ts';
import type { Act } from './view.ts';

const Chat = { person: z.string().max(100), chat: z.string().max(300) };
const Text = z.string().max(20_000);
const Search = { ...Chat, command: z.enum(['customers', 'cases']), text: Text };

const Act = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('say'), ...Chat, text: Text.min(1), to: z.string().max(100).optional() }),
  z.strictObject({
    do: z.literal('press'),
    ...Chat,
    message: z.string().max(100),
    button: z.strictObject({ title: Text, verb: Text, data: z.record(z.string(), z.unknown()) }),
    inputs: z.record(z.string().max(200), Text),
  }),
  z.strictObject({ do: z.literal('open'), ...Chat }),
  z.strictObject({ do: z.literal('search'), ...Search }),
  z.strictObject({ do: z.literal('share'), ...Search, place: z.int().min(0) }),
  z.strictObject({ do: z.literal('set-language'), person: z.string().max(100), language: z.enum(languages) }),
  z.strictObject({ do: z.literal('jump'), days: z.literal([1, 30, 90]) }),
]);

/** What a page wants done; null where it makes no sense. */
export const actIn = (value: unknown): Act | null => {
  const parsed = Act.safeParse(value);
  return parsed.success ? parsed.data : null;
};
