import type { Failure } from '../../wire/failure.ts';
import type { Patient } from '../doctor/check.ts';
import { fault } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { troubleOf } from '../doctor/trouble.ts';

/** Whoever asked for something hears that it was not done, even where that is nobody’s fault. */
export const undone = (failure: Failure, { account: { profile } }: Patient): Finding => {
  const trouble = troubleOf(failure, profile, profile.partnerCenter);
  return trouble.is === 'warning' ? fault(trouble.words, trouble.next) : trouble;
};
