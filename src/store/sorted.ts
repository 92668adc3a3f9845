import { Page } from './sorted-page.ts';

/**
 * Texts in order, each once, and each with a number where somebody wants one. They stand in many short pages, so that putting one
 * in or taking one out moves a few hundred at most, however many there are; and unlike a heap it can be read on from any place.
 */
export class Sorted {
  readonly #pages: Page[] = [];
  /** The first text of each page, where it is found sooner than in there. */
  readonly #firsts: string[] = [];

  /** One that is there already gets the number; the one that it had before is given back, null when it was not there. */
  add(text: string, number = 0): number | null {
    const at = this.#pageFor(text);
    const page = this.#pages[at] ?? this.#firstPage();
    const place = page.placeOf(text);
    if (page.isAt(place, text)) return page.exchange(place, number);
    page.insert(place, text, number);
    if (place === 0) this.#firsts[at] = text;
    if (page.isFull) this.#split(at, page);
    return null;
  }

  delete(text: string): void {
    const at = this.#pageFor(text);
    const page = this.#pages[at];
    const place = page?.placeOf(text) ?? 0;
    if (!page?.isAt(place, text)) return;
    page.remove(place);
    if (page.count > 0) this.#firsts[at] = page.text(0);
    else for (const all of [this.#pages, this.#firsts]) all.splice(at, 1);
  }

  /** The number of a text; null when it is not there. */
  numberOf(text: string): number | null {
    const page = this.#pages[this.#pageFor(text)];
    const place = page?.placeOf(text) ?? 0;
    return page?.isAt(place, text) ? page.number(place) : null;
  }

  /** All texts behind one of them, in order. Not to be changed while somebody reads on. */
  *after(text: string): Generator<string, undefined> {
    for (const [found] of this.#from(text)) if (found !== text) yield found;
  }

  /** All texts that begin so, behind one of them where one is named, in order. Not to be changed while somebody reads on. */
  *beginning(prefix: string, after: string | null): Generator<string, undefined> {
    for (const [found] of this.#from(after === null || after < prefix ? prefix : after)) {
      if (found === after) continue;
      if (!found.startsWith(prefix)) return;
      yield found;
    }
  }

  /** What comes behind a prefix, in order, with the numbers. Not to be changed while somebody reads on. */
  *behind(prefix: string): Generator<readonly [rest: string, number: number], undefined> {
    for (const [found, number] of this.#from(prefix)) {
      if (!found.startsWith(prefix)) return;
      yield [found.slice(prefix.length), number];
    }
  }

  *#from(text: string): Generator<readonly [string, number]> {
    for (let at = this.#pageFor(text); at < this.#pages.length; at++) {
      const page = this.#pages[at] ?? new Page();
      for (let place = page.placeOf(text); place < page.count; place++) yield [page.text(place), page.number(place)];
    }
  }

  #firstPage(): Page {
    const page = new Page();
    this.#pages.push(page);
    return page;
  }

  #split(at: number, page: Page): void {
    const other = page.split();
    this.#pages.splice(at + 1, 0, other);
    this.#firsts.splice(at + 1, 0, other.text(0));
  }

  /** The last page that begins at or before a text: where it stands, or belongs. */
  #pageFor(text: string): number {
    let low = 0;
    for (let high = this.#firsts.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.#firsts[middle] ?? '') <= text) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
