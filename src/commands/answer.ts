import * as z from 'zod';
import { Decided } from '../cases/decided.ts';
import { CaseId } from '../cases/ids.ts';
import { Status } from '../cases/asking/states.ts';
import type { Says } from '../policy/index.ts';

/** A sentence for whoever asked, by its key, with what goes into it. */
const Sentence = z.strictObject({ key: z.string(), values: z.record(z.string(), z.unknown()) });

/**
 * What comes back from a command:
 * - done: it is kept, and will be carried out
 * - refused: the case stands where it stood, and this is why; the decisions where the rules said no
 * - failed: nothing has changed because something outside did not work; worth another try
 * - unknown: nobody can say whether it was kept; the case has to be looked at before anything else
 */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('done'), caseId: CaseId, version: z.int(), status: Status, happened: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('refused'), says: Sentence, decisions: z.array(Decided) }),
  z.strictObject({ kind: z.literal('failed'), says: Sentence }),
  z.strictObject({ kind: z.literal('unknown'), says: Sentence }),
]);
export type Answer = z.infer<typeof Answer>;

export type NotDone = Exclude<Answer, { kind: 'done' }>;
export type Refused = Extract<Answer, { kind: 'refused' }>;

export const refused = (code: string, values: Says['values'] = {}, decisions: Decided[] = []): Refused => ({
  kind: 'refused',
  says: { key: `refusal.${code}`, values },
  decisions,
});

export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';

export const failed = (code: string, values: Says['values'] = {}): NotDone => ({
  kind: 'failed',
  says: { key: `failure.${code}`, values },
});

export const outcomeUnknown = (): NotDone => ({ kind: 'unknown', says: { key: 'failure.unknown', values: {} } });
