import type { HouseRules } from '../policy/index.ts';
import type { LetterChecks } from './letter-page.ts';

/** What the pages of a wizard are read with. */
export interface Reading {
  readonly house: HouseRules;
  readonly today: string;
  readonly checks: LetterChecks;
}
