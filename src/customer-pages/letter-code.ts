import type { Case } from '../cases/case.ts';
import type { Codes } from './codes.ts';

/** The one code by which all letters about a case are known: on its card, on the telephone and on the page. It opens no form. */
export const letterCodeOf = ({ codeOf }: Pick<Codes, 'codeOf'>, { id }: Pick<Case, 'id'>): string => codeOf('letter', id);

/** The code that opens the form of a case. It stands in the letter alone: whoever has it answers in the customer's place. */
export const answersCodeOf = ({ codeOf }: Pick<Codes, 'codeOf'>, { id }: Pick<Case, 'id'>): string => codeOf('answers', id);
