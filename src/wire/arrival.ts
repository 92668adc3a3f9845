import type { Failure } from './failure.ts';

/**
 * What came of asking once:
 * - answered: a whole answer, or an error whose status came, if not its words
 * - cut: an answer began, and did not come to its end
 * - too-large: more than anybody here reads
 * - silent: asked, and no answer began
 * - not-sent: nobody was there to be asked
 * - held: they want to be left alone for a while; nothing was sent
 * - no-pass: nothing shows who we are; nothing was sent
 * - broken: nobody has been there for a while; nothing was sent
 */
export type Arrival =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly bytes: Buffer;
      /** Its words were cut off: whoever only reads can ask for them again. */
      readonly isWordless?: true;
    }
  | { readonly kind: 'cut' | 'too-large' | 'silent' | 'not-sent'; readonly words: string }
  | { readonly kind: 'held'; readonly afterMs: number }
  | { readonly kind: 'no-pass'; readonly failure: Failure }
  | { readonly kind: 'broken' };

export type Answered = Extract<Arrival, { kind: 'answered' }>;
