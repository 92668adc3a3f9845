import * as z from 'zod';
import { ADAPTIVE } from './card/card.ts';
import type { Card } from './card/card.ts';
import type { Answered } from './deliver.ts';

/** What a person gets to see after a button. */
export type InvokeAnswer =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly text: string }
  | { readonly kind: 'sign-in'; readonly text: string }
  /** Nothing that Teams understands; `status` is that of the line, null: no answer. */
  | { readonly kind: 'wrong'; readonly status: number | null };

const problem = z.object({ code: z.string(), message: z.string() });

/** The status is in the body; that of the line is always 200. The spelling of the fifth is Microsoft’s. */
const Body = z.union([
  z.object({ statusCode: z.literal(200), type: z.literal(ADAPTIVE), value: z.looseObject({ type: z.literal('AdaptiveCard') }) }),
  z.object({ statusCode: z.literal(200), type: z.literal('application/vnd.microsoft.activity.message'), value: z.string() }),
  z.object({ statusCode: z.literal([400, 500]), type: z.literal('application/vnd.microsoft.error'), value: problem }),
  z.object({
    statusCode: z.literal(401),
    type: z.literal('application/vnd.microsoft.activity.loginRequest'),
    value: z.looseObject({ text: z.string().optional() }),
  }),
  z.object({ statusCode: z.literal(401), type: z.literal('application/vnd.microsoft.error.inccorectAuthCode') }),
  z.object({ statusCode: z.literal(412), type: z.literal('application/vnd.microsoft.error.preconditionFailed'), value: problem }),
]);

const understood = (body: z.infer<typeof Body>): InvokeAnswer => {
  switch (body.type) {
    case ADAPTIVE:
      return { kind: 'card', card: body.value };
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'message', text: body.value };
    case 'application/vnd.microsoft.activity.loginRequest':
      return { kind: 'sign-in', text: body.value.text ?? '' };
    case 'application/vnd.microsoft.error.inccorectAuthCode':
      return { kind: 'error', code: 'inccorectAuthCode', text: 'You could not be signed in.' };
    case 'application/vnd.microsoft.error':
    case 'application/vnd.microsoft.error.preconditionFailed':
      return { kind: 'error', code: body.value.code, text: body.value.message };
  }
};

/** What an answer to a button means to Teams. */
export const invokeAnswerOf = (answered: Answered | null): InvokeAnswer => {
  if (answered?.status !== 200) return { kind: 'wrong', status: answered?.status ?? null };
  const body = Body.safeParse(answered.body);
  return body.success ? understood(body.data) : { kind: 'wrong', status: 200 };
};

export interface FoundChoice {
  readonly title: string;
  readonly value: string;
}

const Choices = z.object({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) }),
});

/** What a field offers; null: the answer makes no sense. */
export const choicesOf = (answered: Answered | null): readonly FoundChoice[] | null => {
  if (answered?.status !== 200) return null;
  const body = Choices.safeParse(answered.body);
  return body.success ? body.data.value.results : null;
};

const Extension = z.object({
  composeExtension: z.object({
    type: z.enum(['result', 'auth', 'config', 'message']),
    attachmentLayout: z.enum(['list', 'grid']).optional(),
    attachments: z.array(z.looseObject({ contentType: z.string() })).optional(),
    text: z.string().optional(),
  }),
});
export type ExtensionAnswer = z.infer<typeof Extension>['composeExtension'];

/** What a search from the compose box has found; null: the answer makes no sense. */
export const extensionOf = (answered: Answered | null): ExtensionAnswer | null => {
  if (answered?.status !== 200) return null;
  const body = Extension.safeParse(answered.body);
  return body.success ? body.data.composeExtension : null;
};

const Preview = z.object({
  contentType: z.enum(['application/vnd.microsoft.card.thumbnail', 'application/vnd.microsoft.card.hero']),
  content: z.object({ title: z.string(), text: z.string().optional() }),
});

const Attachment = z.object({
  contentType: z.literal(ADAPTIVE),
  content: z.looseObject({ type: z.literal('AdaptiveCard') }),
  /** Without it Teams has nothing to put into the list. */
  preview: Preview,
});

/** What stands in the list, and the card that is shared when somebody chooses it. */
export interface Shareable {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

/** What somebody can choose; what Teams could not show is left out. */
export const shareableIn = (answer: ExtensionAnswer | null): readonly Shareable[] =>
  (answer?.attachments ?? []).flatMap((attachment) => {
    const { success, data } = Attachment.safeParse(attachment);
    return success ? [{ title: data.preview.content.title, text: data.preview.content.text ?? '', card: data.content }] : [];
  });
