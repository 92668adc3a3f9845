/** Short enough that putting a text into the middle is cheap, long enough that there are few of them. */
const LONGEST = 1024;

/** Where a text stands in a sorted list, or would stand. */
export const placeIn = (texts: readonly string[], text: string): number => {
  let low = 0;
  for (let high = texts.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Texts in order, each once. They stand in many short lists, so that putting one in or taking one out moves a few hundred
 * at most, however many there are; and unlike a heap it can be read on from any place.
 */
export class Sorted {
  #lists: string[][] = [];

  add(text: string): void {
    const at = this.#listFor(text);
    const list = this.#lists[at];
    if (list === undefined) {
      this.#lists.push([text]);
      return;
    }
    const place = placeIn(list, text);
    if (list[place] === text) return;
    list.splice(place, 0, text);
    if (list.length > LONGEST) this.#lists.splice(at + 1, 0, list.splice(LONGEST >> 1));
  }

  delete(text: string): void {
    const at = this.#listFor(text);
    const list = this.#lists[at];
    const place = list === undefined ? 0 : placeIn(list, text);
    if (list?.[place] !== text) return;
    list.splice(place, 1);
    if (list.length === 0) this.#lists.splice(at, 1);
  }

  /** All texts behind one of them, in order. Not to be changed while somebody reads on. */
  *after(text: string): Generator<string> {
    for (let at = this.#listFor(text); at < this.#lists.length; at++) {
      const list = this.#lists[at] ?? [];
      for (let place = placeIn(list, text); place < list.length; place++) {
        const found = list[place] ?? '';
        if (found !== text) yield found;
      }
    }
  }

  /** The last list that begins at or before a text: where it stands, or belongs. */
  #listFor(text: string): number {
    let low = 0;
    for (let high = this.#lists.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.#lists[middle]?.[0] ?? '') <= text) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
