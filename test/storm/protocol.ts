import type { Case } from '../../src/cases/case.ts';
import type { Effect } from '../../src/cases/effect.ts';
import type { CaseId } from '../../src/cases/ids.ts';
import type { Instant } from '../../src/cases/time.ts';
import type { LookedUp, Outcome, SentCard } from '../../src/ports.ts';

/** Where a process may be killed, each point with what has just happened there. */
export const points = [
  ...['commit-asked', 'commit-kept', 'claim-asked', 'claimed', 'settle-asked', 'settled'],
  ...[
    'cleared',
    'errand-begun',
    'errand-sent',
    'errand-answered',
    'look-up-begun',
    'look-up-answered',
    'answer-ready',
    'answer-sent',
  ],
  ...['line-begun', 'line-torn', 'line-appended', 'line-durable', 'cut-begun', 'cut'],
  ...['snapshot-created', 'snapshot-torn', 'snapshot-appended', 'snapshot-durable', 'rename-begun', 'renamed', 'folder-synced'],
  ...['link-begun', 'linked'],
] as const;
export type Point = (typeof points)[number];

/** At the n-th passage of a point. */
export interface Death {
  readonly point: Point;
  readonly n: number;
}

/** Faults that are planted to see whether the storm finds them. */
export type Plant = 'answers-early' | 'effects-in-a-second-write' | 'a-new-key-each-time';

export interface Beginning {
  readonly is: 'begin';
  readonly path: string;
  readonly now: Instant;
  readonly slack: number;
  /** The rules say something else every now and then. */
  readonly areFactsSteady: boolean;
  readonly death: Death | null;
  readonly plant: Plant | null;
}

/** As much of a case as those need to know who decide what to do next. */
export interface Sight {
  readonly id: CaseId;
  readonly status: Case['status'];
  readonly wants: Case['proposal']['wants'];
  readonly seen: string;
  readonly requester: string;
  readonly approvedBy: readonly string[];
  /** What is still open on its checklist. */
  readonly items: readonly string[];
  readonly deadLetters: readonly string[];
}

export type Question =
  | { readonly what: 'command'; readonly command: unknown }
  | { readonly what: 'tick'; readonly now: Instant }
  | { readonly what: 'look' };

/** What somebody outside is asked to do, or whether it was done. */
export interface Request {
  readonly looksUp: boolean;
  readonly key: string;
  readonly effect: Effect;
  readonly caseId: CaseId;
  readonly now: Instant;
  readonly sent: readonly SentCard[];
}

export type ToChild =
  | Beginning
  | { readonly is: 'question'; readonly id: number; readonly question: Question }
  | { readonly is: 'outcome'; readonly id: number; readonly outcome: Outcome | LookedUp };

export type ToParent =
  | { readonly is: 'loaded' | 'open' }
  | { readonly is: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly is: 'errand'; readonly id: number; readonly request: Request }
  | { readonly is: 'told'; readonly sentence: string }
  /** Something that must never happen: a store that does not open, a command that throws. */
  | { readonly is: 'trouble'; readonly words: string };
