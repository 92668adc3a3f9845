import type { ContradictionId } from './contradictions.ts';
import type { DayText } from './days.ts';
import type { Cloud, FactPath, Flow, Known } from './facts.ts';
import type { Adds, At } from './next-steps.ts';
import type { Value } from './says.ts';
import type { Citations } from './sources.ts';

export type Severity = 'deny' | 'warn' | 'inform';

/** Gates are asked first; consequences are told only to those whom no gate refused. */
export type Stage = 'gate' | 'consequence';

/** V read in the document · V conflict two documents disagree · V gap the change between two documents is undated
 *  · T third party only · I our inference */
export type Evidence = 'V' | 'V conflict' | 'V gap' | 'T' | 'I';

/** Where a rule looks, what it needs to know there, and what it looks for; without `when` the place alone is enough. */
interface Circumstance<P extends FactPath> {
  readonly flows: readonly [Flow, ...Flow[]] | 'all';
  readonly needs: readonly P[];
  readonly when?: (facts: Known<P>, at: At) => boolean;
}

interface Declaration<P extends FactPath> extends Circumstance<P> {
  readonly severity: Severity;
  /** The pages leave it open: a named person decides. */
  readonly review?: true;
  /** A gate, unless said otherwise. */
  readonly stage?: Stage;
  readonly clouds: readonly [Cloud, ...Cloud[]] | 'all';
  /** First and last day on which the rule holds. */
  readonly from: DayText;
  readonly until?: DayText;
  /** The same rule in other flows, where it needs to know something else. */
  readonly also?: Rule['also'];
  readonly next?: readonly Adds<Known<P>>[];
  /** What goes into the rule's sentence. */
  readonly values?: (facts: Known<P>, at: At) => Readonly<Record<string, Value>>;
  readonly sources: Citations;
  /** Read in the documents named (V), unless said otherwise. */
  readonly evidence?: Evidence;
  /** Which part no document says, although another part was read. */
  readonly inferred?: string;
  readonly contradiction?: ContradictionId;
  readonly exceptions?: string;
}

export type RuleId = `R-${string}`;

/** A rule whatever it needs: what it sees has been checked to be there before it is asked. */
export interface Rule extends Omit<Declaration<never>, 'needs' | 'when' | 'next' | 'values'> {
  readonly id: RuleId;
  readonly needs: readonly FactPath[];
  readonly when?: (facts: never, at: At) => boolean;
  readonly next?: readonly Adds<never>[];
  readonly values?: (facts: never, at: At) => Readonly<Record<string, Value>>;
  readonly also?: {
    readonly flows: readonly [Flow, ...Flow[]];
    readonly needs: readonly FactPath[];
    readonly when: (facts: never, at: At) => boolean;
  };
}

export const rule = <P extends FactPath>(id: RuleId, declaration: Declaration<P>): Rule => ({ id, ...declaration });

/** Types the second place of a rule by what is needed there. */
export const circumstance = <P extends FactPath>(
  flows: readonly [Flow, ...Flow[]],
  needs: readonly P[],
  when: (facts: Known<P>, at: At) => boolean,
): NonNullable<Rule['also']> => ({ flows, needs, when });
