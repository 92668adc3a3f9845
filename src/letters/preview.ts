import { composeInvitation } from './invitation.ts';
import { linesOf } from './plain-text.ts';
import type { InvitationWords } from './words.ts';

/** The letter as it will be sent, line by line; what Microsoft has not made yet is marked by a sentence. */
export const previewInvitation = (words: InvitationWords): { readonly title: string; readonly lines: readonly string[] } => {
  const letter = composeInvitation(words, null);
  return { title: letter.subject, lines: linesOf(letter) };
};
