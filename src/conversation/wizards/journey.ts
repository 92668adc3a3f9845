import type * as z from 'zod';
import type { CaseId } from '../../cases/ids.ts';
import type { Person } from '../../cases/people.ts';
import type { NotDone } from '../../commands/answer.ts';
import type { Speaker } from '../../languages/speak.ts';
import type { Cloud, Flow, Says } from '../../policy/index.ts';
import type { Who } from '../../wizards/customer-page.ts';
import type { Problems } from '../../wizards/filled.ts';
import type { Reading } from '../../wizards/reading.ts';
import type { Walk } from '../../wizards/walk.ts';
import type { Click } from '../click-keys.ts';
import type { Shown } from '../show.ts';

/** Every wizard by the name under which its drafts are kept. */
export const journeyNames = ['request-admin', 'check', 'switch-azure', 'renew', 'end', 'hand-out', 'ask-customer'] as const;
export type JourneyName = (typeof journeyNames)[number];

/** What all wizards have in common: a way through pages, and a customer. */
export type Filled = Walk & Pick<Who, 'cloud' | 'customer'>;

/** Who asks, and by what their answers are read. */
export interface Asking {
  readonly person: Person;
  readonly reading: Reading;
}

/** Where one stands afterwards, and what kept one from going further. */
export interface Stepped<F> {
  readonly filling: F;
  readonly problems: Problems;
}

export const stays = <F>(filling: F, problems: Problems): Stepped<F> => ({ filling, problems });
export const goes = <F>(filling: F): Stepped<F> => ({ filling, problems: {} });

/** All that a page is drawn from. */
export interface Drawing<F extends Filled = Filled> {
  readonly journey: JourneyName;
  readonly id: string;
  readonly filling: F;
  readonly reading: Reading;
  readonly problems: Problems;
  readonly person: Person;
  readonly speaker: Speaker;
  /** Of a page of how many. */
  readonly steps: { readonly step: number; readonly of: number };
  /** What of the page is wanted besides: what stood behind the stamp on the button that was pressed. */
  readonly wanted: string | null;
}

/** There is nothing to ask about a case any more, or not by this person: it is shown instead, with why. */
export interface CaseShown {
  readonly case: CaseId;
  readonly why: NotDone;
}

/** A page, or a case instead; or a step to another one, where something is still open; or why nobody can say. */
export type Drawn<F> = Shown | CaseShown | Stepped<F> | NotDone;

/** A command without who sends it, and under which key; and what is remembered once it is done. */
export interface Order {
  readonly click: Click;
  readonly remember?: () => Promise<void>;
}

/** What a wizard is begun with. */
interface Start {
  /** Of our accounts, where there is only one. */
  readonly cloud: Cloud | null;
  /** A customer, or a case, as it was typed. */
  readonly text: string | null;
}

/** One wizard: its pages, what leads from one to the next, and what comes of it. */
export interface Journey<F extends Filled> {
  readonly name: JourneyName;
  readonly shape: z.ZodType<F>;
  /** Whoever may ask for none of these need not begin; with none of them everybody may. */
  readonly flows: readonly Flow[];
  /** Where no rule is asked about it: why somebody may not begin; null where they may. */
  readonly whyNot?: (person: Person) => NotDone | null;
  /** What its command opens; null where it opens nothing. */
  readonly opens: 'ADM' | 'AZ' | 'ASK' | null;
  begin(start: Start): F;
  /** The inputs of the present page. */
  inputsOf(filling: F): readonly string[];
  stepsOf(filling: F, reading: Reading): Drawing['steps'];
  /** From the present page, as it is filled in; on the last one nothing is asked. */
  forward(filling: F, asking: Asking): Promise<Stepped<F>>;
  draw(drawing: Drawing<F>): Promise<Drawn<F>>;
  isLast(filling: F): boolean;
  /** What is asked for by the last page; null: it has to be drawn again, and says why. */
  order(filling: F, asking: Asking): Promise<Order | null>;
}

/** A case that came of it, or stands where it would have led, with a word about why; or a page. */
export type WizardShown = Shown | { readonly case: CaseId; readonly note?: string };

export const whyNot = ({ says: { key, values } }: NotDone): Says => ({ key, values: values as Says['values'] });
