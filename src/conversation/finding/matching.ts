import type { Case } from '../../cases/case.ts';
import type { Speaker } from '../../languages/speak.ts';
import { folded } from '../grammar/letters.ts';

/** Nobody types a longer name; what is longer is not looked for letter by letter. */
const LONGEST = 200;

const words = (text: string): string => folded(text.slice(0, LONGEST).normalize('NFKC')).replace(/\s+/g, ' ').trim();

const isIn = (text: string, wanted: string): boolean => words(text).includes(wanted);

/** Whether a case is about a customer as somebody has typed it: a part of the name or the domain, or the tenant. */
export const isAbout = ({ customer: { name, domain, tenant } }: Case, text: string): boolean => {
  const wanted = words(text);
  return wanted !== '' && (isIn(name, wanted) || isIn(domain ?? '', wanted) || tenant?.toLowerCase() === wanted);
};

/** Whether a case is what somebody looks for: by its id, its customer, or how its kind or state is called. */
export const isLookedFor = (current: Case, text: string, { say }: Speaker): boolean => {
  const wanted = words(text);
  if (wanted === '') return true;
  const called = [current.id, say(`status.${current.status}`), say(`kind.${current.kind}`)];
  return isAbout(current, text) || called.some((one) => isIn(one, wanted));
};
