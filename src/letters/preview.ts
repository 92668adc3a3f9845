import type { Letter } from './blocks.ts';
import { composeInvitation } from './invitation.ts';
import { linesOf } from './plain-text.ts';
import { composeQuestions } from './questions.ts';
import { composePlanned } from './switch-planned.ts';
import type { Plan } from './switch-way.ts';
import type { InvitationWords, LetterWords } from './words.ts';

interface Preview {
  readonly title: string;
  readonly lines: readonly string[];
}

const previewOf = (letter: Letter): Preview => ({ title: letter.subject, lines: linesOf(letter) });

/** The letter as it will be sent, line by line; what Microsoft has not made yet is marked by a sentence. */
export const previewInvitation = (words: InvitationWords): Preview => previewOf(composeInvitation(words, null));

/** The same of questions; where and until when one answers is marked by a sentence. */
export const previewQuestions = (words: LetterWords, about: string): Preview => previewOf(composeQuestions(words, about, null));

/** The same of a switch; its days are counted once it is approved. */
export const previewSwitch = (words: LetterWords, plan: Plan): Preview => previewOf(composePlanned(words, plan));
