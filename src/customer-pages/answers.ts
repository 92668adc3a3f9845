import * as z from 'zod';
import type { CustomerTold } from '../cases/asking/states.ts';

export const places = ['other_csp', 'microsoft_direct', 'ea', 'volume_licensing', 'third_party_non_csp', 'unknown'] as const;
export const terms = ['active', 'expired_grace', 'ended', 'cancelled', 'unknown'] as const;

const EARLIEST = '2000-01-01';
const Tenant = z.guid();
const Domain = z.string().regex(/^(?=.{3,253}$)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+$/u);

/** One line of text: what nobody can see in it has no business there. */
const line = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/[\p{C}\u2028\u2029]+/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(most));

const Given = z.object({
  what: line(200).pipe(z.string().min(1)),
  boughtFrom: z.enum(places),
  term: z.enum(terms),
  partnerName: line(200),
  partnerPlace: line(253).refine((text) => text === '' || Tenant.safeParse(text).success || Domain.safeParse(text).success),
  wish: z.enum(['yes', 'no']),
  wishDay: z.union([z.literal(''), z.iso.date()]),
});

/** What a customer has filled in, as it is kept. */
export const Answers = Given;
export type Answers = z.infer<typeof Answers>;
export type Field = keyof Answers;

export type Read =
  | { readonly kind: 'answers'; readonly answers: Answers }
  | { readonly kind: 'wrong'; readonly fields: ReadonlySet<Field>; readonly typed: ReadonlyMap<string, string> };

const fields = Object.keys(Given.shape) as readonly Field[];

/** A day on which somebody has written is no day to come, and none before there was anything to write about. */
const isDayWrong = ({ wish, wishDay }: Answers, today: string): boolean =>
  wish === 'yes' && (wishDay === '' || wishDay > today || wishDay < EARLIEST);

/** What was sent, taken for what it is: some of it may be wrong, and is then asked for again. */
export const readAnswers = (typed: ReadonlyMap<string, string>, today: string): Read => {
  const parsed = Given.safeParse(Object.fromEntries(fields.map((field) => [field, typed.get(field) ?? ''])));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path: [field] }) => field as Field);
    return { kind: 'wrong', fields: new Set(wrong), typed };
  }
  const answers = parsed.data;
  if (isDayWrong(answers, today)) return { kind: 'wrong', fields: new Set(['wishDay']), typed };
  return { kind: 'answers', answers: answers.wish === 'yes' ? answers : { ...answers, wishDay: '' } };
};

const known = (path: string, value: string): Record<string, string> => (value === 'unknown' ? {} : { [path]: value });

/** What of it is about the thing itself, in the rulebook's terms. */
export const itemFacts = ({ boughtFrom, term }: Answers): Record<string, string> => ({
  ...known('item.boughtFrom', boughtFrom),
  ...known('item.term', term),
});

export const wishFacts = ({ wish }: Answers): Record<string, boolean> => ({ 'xfer.customerWrittenRequest': wish === 'yes' });

/** The same for a case. */
export const toldOf = (answers: Answers): CustomerTold => {
  const { what, partnerName, partnerPlace, wishDay } = answers;
  return {
    what,
    answers: { ...itemFacts(answers), ...wishFacts(answers) },
    partner: partnerName === '' && partnerPlace === '' ? null : { name: partnerName, place: partnerPlace },
    writtenOn: wishDay === '' ? null : wishDay,
  };
};
