import type { Person } from '../cases/people.ts';
import type { Speaker } from '../languages/speak.ts';
import type { Heard } from './heard.ts';
import type { Shown } from './show.ts';

/** Somebody of ours says something, and is answered in their language. */
export interface Turn {
  readonly heard: Heard;
  readonly person: Person;
  readonly speaker: Speaker;
}

/** What somebody is answered. `forAll`: it may be read by everybody in the chat; anything else is theirs alone. */
export interface Answered {
  readonly shown: Shown;
  readonly forAll?: boolean;
}

export const show = (shown: Shown, forAll = false): Answered => ({ shown, forAll });
