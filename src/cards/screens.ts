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
    'resume',
    'accepted',
    'pause-reminders',
    'resume-reminders',
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
  /** What becomes of it by itself within ninety days. */
  outlook: z.array(Line).default([]),
  nextSteps: z.array(Line),
  /** Under which rules it was decided: date, cloud, edition. */
  edition: z.array(Line),
});

/** A verdict in a table. */
const Answer = z.strictObject({ word: Line, tone: Tone });

/** A page of a wizard: what it is, about whom, which page of how many, what is wrong with the whole. */
const page = { title: Line, customer: Line.nullable(), step: Line, problem: Line.nullable(), buttons };

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
  z.strictObject({
    kind: z.literal('several'),
    id: Line,
    ...field,
    choices: z.array(Choice).min(1),
    value: z.string(),
    isFromOutside: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('toggle'), id: Line, ...field, title: Line, value: z.enum(['true', 'false']) }),
  // Without bounds: Microsoft’s renderer takes an empty field for one outside of them, and lets nobody go back. The page says what is wrong.
  z.strictObject({ kind: z.literal('number'), id: Line, ...field, value: z.number().nullable() }),
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

/** A bar of a chart: as Teams draws it, and as a box with so many hundredths of the width. */
const Bar = z.strictObject({
  name: Line,
  count: z.int().min(0),
  label: Line,
  color: z.enum(['good', 'warning', 'attention', 'neutral', 'categoricalBlue']),
  style: z.enum(['emphasis', 'good', 'warning', 'attention', 'accent']),
  share: z.int().min(1).max(99),
  rest: z.int().min(1).max(99),
});

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
    /** Which of them, where it is not all. */
    lead: Line.nullable(),
    /** How many are in which state, as a picture and in a sentence. */
    chart: z.strictObject({ title: Line, summary: Line, bars: z.array(Bar).min(1) }).nullable(),
    rows: z.array(
      z.strictObject({
        ...{ id: Line, customer: Line, kind: Line, status: Line, tone: Tone, age: Line, waitsFor: Line.nullable() },
        due: Line.nullable(),
        dueTone: Tone,
      }),
    ),
    more: Line.nullable(),
    buttons,
  }),
  /** Who a customer is, and how our cases about them stand: for whoever reads along. */
  customer: z.strictObject({
    name: Line,
    domain: Line.nullable(),
    ours: Line.nullable(),
    /** What the last check has said, and when. */
    checked: z.array(Line),
    cases: z.array(z.strictObject({ id: Line, kind: Line, status: Line, tone: Tone })).max(8),
    /** How many are open, shown or not. */
    count: Line,
    buttons,
  }),
  /** No, why, and the legal way. */
  refused: z.strictObject({ customer: Line.nullable(), why: Line, judged: Judged.nullable(), buttons }),
  /** Something of ours or outside did not work. */
  failed: z.strictObject({ why: Line, reference: Line.nullable(), buttons }),
  rule: z.strictObject({ id: Line, says: Line, facts: z.array(Fact), sources: z.array(Line), disagree: z.array(Line), buttons }),
  'wizard/customer': z.strictObject({
    ...page,
    /** What was typed. */
    typed: z.string(),
    /** Who was found; empty as long as nobody has been looked for. */
    found: z.array(Choice).max(15),
    chosen: z.string(),
    clouds: z.array(Choice),
    cloud: z.string(),
  }),
  /** A page that is nothing but questions. */
  'wizard/questions': z.strictObject({ ...page, lead: Line.nullable(), questions: z.array(Question) }),
  'request-admin/roles': z.strictObject({
    ...page,
    /** Which roles are in what is offered. */
    bundles: z.array(z.strictObject({ title: Line, roles: Line })),
    questions: z.array(Question),
    warnings: z.array(Line),
  }),
  /** What a customer has, as far as it is known; and what else. */
  'check-eligibility/subscriptions': z.strictObject({
    ...page,
    /** What the last check said. */
    before: z.array(Line),
    rows: z.array(z.strictObject({ name: Line, known: Line.nullable() })),
    more: Line.nullable(),
    /** Others may have sold more than we see. */
    whole: Line.nullable(),
    questions: z.array(Question),
  }),
  /** May we support it, and may it move to us? For each thing that the customer has. */
  'check-eligibility/verdict': z.strictObject({
    ...page,
    rows: z.array(
      z.strictObject({
        name: Line,
        known: Line.nullable(),
        answers: z.array(
          z.strictObject({ about: Line, word: Line, tone: Tone, way: Line.nullable(), why: z.array(Line), steps: z.array(Line) }),
        ),
        /** Until when it holds. */
        until: z.array(Line),
        judged: Judged,
      }),
    ),
    more: Line.nullable(),
    told: z.array(Line),
    share: Line.nullable(),
  }),
  /** What a check has said, as anybody may read it. */
  'check-eligibility/kept': z.strictObject({
    customer: Line,
    lead: Line,
    rows: z.array(z.strictObject({ name: Line, support: Answer, move: Answer, way: Line.nullable(), until: Line.nullable() })),
    more: Line.nullable(),
    buttons,
  }),
  'wizard/letter': z.strictObject({
    ...page,
    questions: z.array(Question),
    /** The letter, once somebody wants to see it. */
    preview: z.array(Line),
    previewTitle: Line,
  }),
  'wizard/review': z.strictObject({
    ...page,
    facts: z.array(Fact),
    judged: Judged,
    /** Whose agreement it needs. */
    approval: Line.nullable(),
  }),
  /** What is asked of a customer, and the whole letter that asks it. */
  'ask-customer/review': z.strictObject({
    ...page,
    lead: Line,
    facts: z.array(Fact),
    preview: z.array(Line),
    previewTitle: Line,
  }),
  /** Lines in groups, read before one goes on, and what has to be known beside them. */
  'switch-azure/page': z.strictObject({
    ...page,
    lead: Line.nullable(),
    groups: z.array(z.strictObject({ title: Line, lines: z.array(Line).min(1) })),
    questions: z.array(Question),
  }),
  /** What cannot be undone, before anything else is asked. */
  'end/consequences': z.strictObject({
    ...page,
    lead: Line,
    warning: Line,
    undone: z.array(Line),
    /** What the customer still has with us, as far as it is known. */
    facts: z.array(Fact),
    questions: z.array(Question),
  }),
  /** What another partner asks for: what may be chosen, and what may not go, with why. */
  'hand-out/items': z.strictObject({
    ...page,
    lead: Line,
    /** Numbered: names that others wrote are no titles of choices. */
    offered: z.array(Line),
    questions: z.array(Question),
    keptTitle: Line,
    facts: z.array(Fact),
  }),
  'hand-out/review': z.strictObject({ ...page, facts: z.array(Fact), judged: Judged, questions: z.array(Question) }),
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
    items: z.array(
      z.strictObject({
        code: Line,
        title: Line,
        owner: Line,
        state: Line,
        tone: Tone,
        how: Line.nullable(),
        /** To be copied into a shell. */
        commands: z.array(Line).readonly(),
      }),
    ),
    judged: Judged.nullable(),
    /** What is another since the viewer looked last, and what that is compared with. */
    changed: z.array(Line).default([]),
    changedTitle: z.string().default(''),
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
