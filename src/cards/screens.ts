import * as z from 'zod';

/**
 * What each screen shows. Whatever comes from outside (names, words of people, answers of services) is in fields that a
 * template shows as text runs, which nothing interprets.
 */

const Line = z.string().min(1);

/** `asks`: sends what was filled in along. Everything that a button does one can type as well. */
export const Button = z.strictObject({
  title: Line,
  verb: z.enum([
    'say',
    'page',
    'back',
    'cancel',
    'view',
    'approve',
    'decline',
    'send-back',
    'answer',
    'withdraw',
    'take-over',
    'tick',
  ]),
  id: z.string(),
  seen: z.string(),
  tone: z.enum(['default', 'positive', 'destructive']).default('default'),
  asks: z.boolean().default(false),
});
export type Button = z.infer<typeof Button>;

const buttons = z.array(Button).max(6);

const Choice = z.strictObject({ title: Line, value: z.string().min(1) });
export type Choice = z.infer<typeof Choice>;

const Fact = z.strictObject({ name: Line, value: Line });
export type Fact = z.infer<typeof Fact>;

/** How a verdict or a state looks: by colour, and always by words too. */
export const Tone = z.enum(['default', 'good', 'warning', 'attention', 'accent']);
export type Tone = z.infer<typeof Tone>;

const Finding = z.strictObject({
  rule: Line,
  /** In words: refuses, warns, good to know, a person decides. */
  severity: Line,
  tone: Tone,
  says: Line,
  /** Passports of the documents, and what is wrong with their translation. */
  sources: z.array(Line),
  /** Where two documents disagree. */
  disagree: z.array(Line),
});
export type Finding = z.infer<typeof Finding>;

const Judged = z.strictObject({
  verdict: Line,
  tone: Tone,
  findings: z.array(Finding),
  nextSteps: z.array(Line),
  /** Under which rules it was decided: date, cloud, edition. */
  edition: z.array(Line),
});

/** A page of a wizard: about whom, which page of how many, what is wrong with the whole. */
const page = { customer: Line.nullable(), step: Line, problem: Line.nullable(), buttons };

const problem = Line.nullable();

const field = { label: Line, hint: Line.nullable(), problem };

/** An input that a page draws from data: what only the asker knows is asked in the rulebook's own words. */
const Question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    id: Line,
    ...field,
    choices: z.array(Choice).min(1),
    value: z.string(),
    /** Names that others wrote: beside a radio button Teams would take them for markdown. */
    isFromOutside: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('several'), id: Line, ...field, choices: z.array(Choice).min(1), value: z.string() }),
  z.strictObject({ kind: z.literal('toggle'), id: Line, ...field, title: Line, value: z.enum(['true', 'false']) }),
  z.strictObject({
    kind: z.literal('number'),
    id: Line,
    ...field,
    least: z.number(),
    most: z.number(),
    value: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    id: Line,
    ...field,
    value: z.string(),
    longest: z.number(),
    isLong: z.boolean(),
    placeholder: Line.nullable(),
  }),
]);
export type Question = z.infer<typeof Question>;

/** One thing that can be done here, and what one types for it where that is not its title. */
const Entry = z.strictObject({ title: Line, hint: Line, typed: Line.nullable() });

export const screens = {
  /** What one can do here. */
  home: z.strictObject({
    greeting: Line,
    entries: z.array(Entry),
    /** What is wanted less often: behind a press. */
    others: z.array(Entry),
    buttons,
  }),
  /** A short answer: a few lines, a few facts. */
  notice: z.strictObject({ title: Line, tone: Tone, lines: z.array(Line), facts: z.array(Fact), buttons }),
  /** It was not understood, or something of it has to be chosen. */
  cases: z.strictObject({
    rows: z.array(
      z.strictObject({ id: Line, customer: Line, kind: Line, status: Line, tone: Tone, age: Line, waitsFor: Line.nullable() }),
    ),
    more: Line.nullable(),
    buttons,
  }),
  /** No, why, and the legal way. */
  refused: z.strictObject({ customer: Line.nullable(), why: Line, judged: Judged.nullable(), buttons }),
  /** Something of ours or outside did not work. */
  failed: z.strictObject({ why: Line, reference: Line.nullable(), buttons }),
  rule: z.strictObject({ id: Line, says: Line, facts: z.array(Fact), sources: z.array(Line), disagree: z.array(Line), buttons }),
  /** What the rules say today, and on what this rests. */
  verdict: z.strictObject({
    customer: Line,
    lead: Line,
    answers: z.array(z.strictObject({ about: Line, judged: Judged })),
    assumed: z.array(Line),
    buttons,
  }),
  'request-admin/customer': z.strictObject({
    ...page,
    /** What was typed. */
    typed: z.string(),
    /** Who was found; empty as long as nobody has been looked for. */
    found: z.array(Choice).max(15),
    chosen: z.string(),
    clouds: z.array(Choice),
    cloud: z.string(),
  }),
  'request-admin/relationship': z.strictObject({ ...page, questions: z.array(Question) }),
  'request-admin/roles': z.strictObject({
    ...page,
    /** Which roles are in what is offered. */
    bundles: z.array(z.strictObject({ title: Line, roles: Line })),
    questions: z.array(Question),
    warnings: z.array(Line),
  }),
  /** What no service tells. */
  'request-admin/told': z.strictObject({ ...page, questions: z.array(Question) }),
  'request-admin/letter': z.strictObject({
    ...page,
    questions: z.array(Question),
    /** The letter, once somebody wants to see it. */
    preview: z.array(Line),
    previewTitle: Line,
  }),
  'request-admin/review': z.strictObject({
    ...page,
    facts: z.array(Fact),
    judged: Judged,
    /** Whose agreement it needs. */
    approval: Line.nullable(),
  }),
  /** One case as it stands, for one viewer. */
  case: z.strictObject({
    id: Line,
    kind: Line,
    customer: Line,
    status: Line,
    tone: Tone,
    /** What it means and who has to act next. */
    lead: Line,
    facts: z.array(Fact),
    /** What one looks up rather than reads: behind a press. */
    details: z.array(Fact),
    /** What was said last by a person: the reason, the question, the answer. */
    words: z.array(z.strictObject({ who: Line, text: Line })),
    items: z.array(z.strictObject({ code: Line, title: Line, owner: Line, state: Line, tone: Tone })),
    judged: Judged.nullable(),
    /** An answer to the viewer's last press: done, too late, changed. */
    note: Line.nullable(),
    /** Words to be written with a decision; null where nothing is to be decided. */
    asks: z.strictObject({ id: Line, label: Line, problem, value: z.string() }).nullable(),
    /** Chooses an item to tick off. */
    choose: z.strictObject({ id: Line, label: Line, choices: z.array(Choice).min(1), value: z.string() }).nullable(),
    buttons,
    /** Who sees their own view of it by themselves; empty where it is one person's own copy. */
    viewers: z.array(z.string()).max(60),
    seen: Line,
  }),
} as const satisfies Record<string, z.ZodType>;

export type ScreenName = keyof typeof screens;
export type ScreenData<N extends ScreenName> = z.input<(typeof screens)[N]>;
/** The same, parsed: with what was left out filled in. */
export type Shown<N extends ScreenName> = z.output<(typeof screens)[N]>;
