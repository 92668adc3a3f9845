/**
 * What this process has asked for is done in the order in which it was asked: of two changes of one place the second waits for the
 * first, and whoever reads afterwards sees both. Other processes are told apart by the database alone.
 */
export class InOrder {
  readonly #last = new Map<string, Promise<void>>();

  /** Does its work when all that was asked for before at these places has ended, whichever way. */
  async change<T>(places: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = places.map((place) => this.#last.get(place)).filter((ended) => ended !== undefined);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    for (const place of places) this.#last.set(place, promise);
    await Promise.all(before);
    try {
      return await work();
    } finally {
      for (const place of places) if (this.#last.get(place) === promise) this.#last.delete(place);
      resolve(undefined);
    }
  }

  async read<T>(place: string, work: () => Promise<T>): Promise<T> {
    await this.#last.get(place);
    return work();
  }

  /** For whoever may come upon any place that begins so. */
  async readAll<T>(beginning: string, work: () => Promise<T>): Promise<T> {
    await Promise.all([...this.#last].filter(([place]) => place.startsWith(beginning)).map(([, ended]) => ended));
    return work();
  }
}
