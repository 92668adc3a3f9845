import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work is done in stretches of so many milliseconds. */
const STRETCH_MS = 8;

/** Tells whoever works long when somebody else should have a turn. */
export class Breaks {
  #begun = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#begun > STRETCH_MS;
  }

  async take(): Promise<void> {
    await nextTurn();
    this.#begun = performance.now();
  }
}
