import type { Case } from '../cases/case.ts';
import type { Codes } from './codes.ts';

/** The one code that stands in all letters about a case. That of questions opens the page on which they are answered as well. */
export const letterCodeOf = ({ codeOf }: Pick<Codes, 'codeOf'>, { id, kind }: Pick<Case, 'id' | 'kind'>): string =>
  codeOf(kind === 'customer-inquiry' ? 'answers' : 'letter', id);
