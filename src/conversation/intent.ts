import type { BoardWish } from '../cards/board-wish.ts';
import type { Language } from '../languages/speak.ts';

/** What somebody wants, however they said it. Nothing in here has been looked up: names and ids are as they were typed. */
export type Intent =
  | { readonly wants: 'help' | 'who-am-i' | 'back' | 'cancel' }
  | ({ readonly wants: 'cases' } & BoardWish)
  | { readonly wants: 'request-admin' | 'check' | 'switch-azure' | 'renew' | 'end'; readonly customer: string | null }
  /** What only the customer knows; `about`: which of what it has bought. */
  | { readonly wants: 'ask-customer'; readonly customer: string | null; readonly about: string }
  | { readonly wants: 'case' | 'decide'; readonly id: string | null }
  | {
      readonly wants:
        | 'approve'
        | 'decline'
        | 'send-back'
        | 'answer'
        | 'withdraw'
        | 'take-over'
        | 'accepted'
        | 'resume'
        | 'pause-reminders'
        | 'resume-reminders';
      readonly id: string | null;
      readonly words: string;
    }
  /** Ticks off something that was done by hand. */
  | { readonly wants: 'tick'; readonly id: string | null; readonly item: string | null; readonly words: string }
  | { readonly wants: 'rules'; readonly id: string | null }
  | { readonly wants: 'language'; readonly language: Language | null }
  /** Not understood; what it may have meant, as one would type it. */
  | { readonly wants: 'unclear'; readonly nearest: readonly string[] };

export type Wish = Exclude<Intent['wants'], 'unclear'>;
