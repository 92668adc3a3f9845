import type { Speaker } from '../languages/speak.ts';
import type { Question } from './screens.ts';
import { asLetters, asWritten } from './letters.ts';

/** What a template may be filled with: nothing in it is ever missing. */
export type Bound = string | number | boolean | readonly Bound[] | { readonly [name: string]: Bound };

/** How much of the data a card shows. */
export interface Limits {
  readonly findings: number;
  readonly letters: number;
}

/** So many choices are seen at once; more are behind a press. */
const FEW = 5;

const QUESTIONS: readonly Question['kind'][] = ['choice', 'several', 'toggle', 'number', 'text'];
/** Of these there is one or none: a template repeats them, which it can do for none. */
const OPTIONAL = new Set(['judged', 'asks', 'choose', 'chart']);
/** Sent back as they are, and never shown. */
const CARRIED = new Set(['verb', 'seen', 'viewers']);

type Data = Readonly<Record<string, unknown>>;

/** What somebody wrote or chose: changed there it would be sent back changed. */
const isFilledIn = (name: string, data: Data): boolean =>
  name === 'typed' || (name === 'value' && ('label' in data || 'title' in data));

/** A question stands under the name of its kind, so that the template need not ask what it is. */
const asQuestion = (bound: Readonly<Record<string, Bound>>): Bound => {
  const { kind } = bound;
  const isFew = kind === 'several' || (Array.isArray(bound.choices) && bound.choices.length <= FEW);
  const isOpen = bound.isFromOutside !== true && isFew;
  const look = isOpen ? 'expanded' : 'compact';
  return { ...bound, ...Object.fromEntries(QUESTIONS.map((one) => [one, one === kind ? [{ ...bound, look }] : []])) };
};

/** Makes data complete for a template: nulls become empty, texts become harmless, long lists short. */
export const createBinding = (speaker: Speaker, limits: Limits): ((data: Data) => Readonly<Record<string, Bound>>) => {
  let folds = 0;

  const judged = (data: Data): Bound => {
    const findings = Array.isArray(data.findings) ? data.findings : [];
    const left = findings.length - limits.findings;
    folds += 1;
    return {
      ...record({ ...data, findings: findings.slice(0, limits.findings) }),
      fold: `fold-${folds}`,
      cut: left > 0 ? speaker.say('card.any.cut', { count: left }) : '',
    };
  };

  const optional = (name: string, value: unknown): Bound => {
    if (value === null) return [];
    return [name === 'judged' ? judged(value as Data) : record(value as Data)];
  };

  const inText = (text: string): string => asLetters(text, limits.letters);

  const bound = (name: string, value: unknown, said = inText): Bound => {
    if (OPTIONAL.has(name) && typeof value === 'object') return optional(name, value);
    if (Array.isArray(value)) return value.map((one) => bound(name, one));
    if (typeof value === 'string') return CARRIED.has(name) ? value : said(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object' || value === null) return '';
    return named(name, value as Data);
  };

  const named = (name: string, data: Data): Bound => {
    const fields = record(data);
    if (name === 'questions') return asQuestion(fields);
    // What a button carries comes back exactly as it went out.
    return name === 'buttons' ? { ...fields, id: String(data.id) } : fields;
  };

  const record = (data: Data): Readonly<Record<string, Bound>> =>
    Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, bound(name, value, isFilledIn(name, data) ? asWritten : inText)]),
    );

  return record;
};
