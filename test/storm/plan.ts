import type { Chance } from './chance.ts';
import { points } from './protocol.ts';
import type { Death, Point } from './protocol.ts';

/** Only where there is no file yet, and only where the one before was torn: tried as often as these come. */
const atTheBeginning: readonly Point[] = ['link-begun', 'linked'];
const afterATornLine: readonly Point[] = ['cut-begun', 'cut'];
const seldom: readonly Point[] = [...atTheBeginning, ...afterATornLine];
/** Where a snapshot is written: then the journal is compacted at every opportunity. */
const whileCompacting: readonly Point[] = points.filter((point) => /snapshot|rename|folder/.test(point));

/** A point is passed many times in a life; the later passages are as good as the first. */
const MOST_PASSAGES = 10;
/** A process is kept busy until it dies; by then it has. */
const LONGEST_MS = 1500;
const LONGEST_RANDOM_MS = 600;

export interface Plan {
  readonly death: Death | null;
  /** When the process is killed in any case. */
  readonly afterMs: number;
  readonly slack: number;
}

/** How the next process shall die: at a point that has seen the fewest, or at any time. */
export class Deaths {
  /** How often somebody has died at each point; the rest, at random times. */
  readonly at: Record<Point | 'at random', number>;
  readonly #chance: Chance;
  readonly #choice: readonly Point[];
  readonly #tried = new Map<Point, number>();
  /** Where a life was too short for so many passages, fewer are asked for next time. */
  readonly #most = new Map<Point, number>();
  #isTorn = false;

  constructor(chance: Chance, choice: readonly Point[]) {
    this.#chance = chance;
    this.#choice = choice;
    this.at = Object.fromEntries([...choice, 'at random'].map((point) => [point, 0])) as Deaths['at'];
  }

  next(isFirst: boolean): Plan {
    const point = this.#pointFor(isFirst);
    if (point === null)
      return { death: null, afterMs: this.#chance.below(LONGEST_RANDOM_MS), slack: this.#chance.happens(0.3) ? -1e9 : 64 };
    this.#tried.set(point, (this.#tried.get(point) ?? 0) + 1);
    const death = { point, n: 1 + this.#chance.below(this.#mostOf(point)) };
    return { death, afterMs: LONGEST_MS, slack: whileCompacting.includes(point) ? -1e9 : 64 };
  }

  died({ death }: Plan, isByUs: boolean): void {
    const point = isByUs ? null : (death?.point ?? null);
    this.at[point ?? 'at random']++;
    this.#isTorn = point === 'line-torn';
    if (isByUs && death !== null) this.#most.set(death.point, Math.ceil(death.n / 2));
  }

  #mostOf(point: Point): number {
    return seldom.includes(point) ? 1 : (this.#most.get(point) ?? MOST_PASSAGES);
  }

  #pointFor(isFirst: boolean): Point | null {
    const now = isFirst ? atTheBeginning : this.#isTorn ? afterATornLine : [];
    const special = now.filter((point) => this.#choice.includes(point));
    if (special.length > 0) return this.#leastTried(special);
    const usual = this.#choice.filter((point) => !seldom.includes(point));
    return usual.length === 0 || this.#chance.happens(0.35) ? null : this.#leastTried(usual);
  }

  #leastTried(choice: readonly Point[]): Point | null {
    const shuffled = choice.map((point) => ({ point, by: (this.#tried.get(point) ?? 0) + this.#chance.next() }));
    return shuffled.toSorted((one, other) => one.by - other.by)[0]?.point ?? null;
  }
}
