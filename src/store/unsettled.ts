/**
 * What is on its way to the disk. Nobody may see it or build upon it before it is known to be there, so whoever asks for it
 * waits; and as no two changes of one place are ever on their way together, each can be undone by itself.
 */
export class Unsettled {
  readonly #places = new Map<string, Promise<void>>();

  has(place: string): boolean {
    return this.#places.has(place);
  }

  /** Does its work as soon as nothing is on its way there, in the same turn. The work begins at once, too, to take its places. */
  async whenSettled<T>(places: readonly string[], work: () => T | Promise<T>): Promise<T> {
    for (let busy; (busy = this.#busyAt(places)) !== undefined;) await busy;
    return work();
  }

  /** Takes these places until the write has ended, whichever way. `kept` is called before anybody can see what was written. */
  async during(places: readonly string[], write: Promise<void>, kept: () => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    for (const place of places) this.#places.set(place, promise);
    try {
      await write;
      kept();
    } finally {
      for (const place of places) this.#places.delete(place);
      resolve(undefined);
    }
  }

  #busyAt(places: readonly string[]): Promise<void> | undefined {
    const busy = places.find((place) => this.#places.has(place));
    return busy === undefined ? undefined : this.#places.get(busy);
  }
}
