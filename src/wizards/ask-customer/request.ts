import type { Customer } from '../../cases/asking/states.ts';
import type { Cloud } from '../../policy/index.ts';
import { isWrong } from '../filled.ts';
import type { LetterChecks } from '../letter-page.ts';
import type { Filling } from './filling.ts';
import * as written from './written.ts';

/** The command as far as the answers make it: all but who sends it, and under which key. */
export interface Request {
  readonly cloud: Cloud;
  readonly customer: Customer;
  readonly about: string;
  readonly letter: { readonly paragraph: string };
}

/** Null: it is not even clear to whom, or the letter is not written. */
export const requestOf = (filling: Filling, checks: LetterChecks): Request | null => {
  const { cloud, customer } = filling;
  const letter = written.read(filling, checks);
  if (cloud === null || customer === null || isWrong(letter)) return null;
  const { about, paragraph, ...recipient } = letter.answer;
  const { name, tenant, domain, country } = customer;
  return { cloud, customer: { name, tenant, domain, country, ...recipient }, about, letter: { paragraph } };
};
