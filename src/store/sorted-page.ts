/** Short enough that putting a text into the middle is cheap, long enough that there are few pages. */
const MOST = 256;
const BYTES = Uint16Array.BYTES_PER_ELEMENT;

/**
 * Some texts in order, each with a number, packed one behind the other. The collector sees one page where there would be
 * hundreds of texts: with a million of them it would stop the process for longer than any command takes.
 */
export class Page {
  #units = new Uint16Array(64);
  /** The same memory. */
  #bytes = Buffer.from(this.#units.buffer);
  /** Where each text ends. */
  #ends = new Uint32Array(8);
  #numbers = new Float64Array(8);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count > MOST;
  }

  text(place: number): string {
    return this.#bytes.toString('utf16le', this.#begin(place) * BYTES, this.#begin(place + 1) * BYTES);
  }

  number(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  /** Sets it and gives the former one back. */
  exchange(place: number, number: number): number {
    const former = this.number(place);
    this.#numbers[place] = number;
    return former;
  }

  /** Where a text stands, or would stand. */
  placeOf(text: string): number {
    let low = 0;
    let high = this.#count;
    // What a text has in common with both ends it has in common with all that stands between them: most begin alike.
    for (let [alikeLow, alikeHigh] = [0, 0]; low < high;) {
      const middle = (low + high) >> 1;
      const alike = this.#alike(middle, text, Math.min(alikeLow, alikeHigh));
      if (this.#isBefore(middle, text, alike)) [low, alikeLow] = [middle + 1, alike];
      else [high, alikeHigh] = [middle, alike];
    }
    return low;
  }

  isAt(place: number, text: string): boolean {
    const { length } = text;
    const isAsLong = place < this.#count && this.#begin(place + 1) - this.#begin(place) === length;
    return isAsLong && this.#alike(place, text, 0) === length;
  }

  /** How much the one that is here and a text have in common, when it is known that so much is. */
  #alike(place: number, text: string, known: number): number {
    const units = this.#units;
    const begin = this.#begin(place);
    const most = Math.min(this.#begin(place + 1) - begin, text.length);
    let at = known;
    while (at < most && units[begin + at] === text.charCodeAt(at)) at++;
    return at;
  }

  #isBefore(place: number, text: string, alike: number): boolean {
    const begin = this.#begin(place);
    if (alike === text.length) return false;
    return begin + alike === this.#begin(place + 1) || (this.#units[begin + alike] ?? 0) < text.charCodeAt(alike);
  }

  insert(place: number, text: string, number: number): void {
    const { length } = text;
    const begin = this.#begin(place);
    const end = this.#begin(this.#count);
    this.#makeRoom(end + length);
    this.#units.copyWithin(begin + length, begin, end);
    this.#bytes.write(text, begin * BYTES, 'utf16le');
    this.#ends.copyWithin(place + 1, place, this.#count);
    this.#numbers.copyWithin(place + 1, place, this.#count);
    this.#ends[place] = begin;
    this.#numbers[place] = number;
    this.#count++;
    this.#shift(place, length);
  }

  remove(place: number): void {
    const [begin, end] = [this.#begin(place), this.#begin(place + 1)];
    this.#units.copyWithin(begin, end, this.#begin(this.#count));
    this.#ends.copyWithin(place, place + 1, this.#count);
    this.#numbers.copyWithin(place, place + 1, this.#count);
    this.#count--;
    this.#shift(place, begin - end);
  }

  /** Takes the second half out, as a page of its own. */
  split(): Page {
    const half = this.#count >> 1;
    const begin = this.#begin(half);
    const other = new Page();
    other.#count = this.#count - half;
    other.#moveTo(this.#units.slice(begin, this.#begin(this.#count)));
    other.#ends = this.#ends.slice(half, this.#count).map((end) => end - begin);
    other.#numbers = this.#numbers.slice(half, this.#count);
    this.#count = half;
    return other;
  }

  #begin(place: number): number {
    return place === 0 ? 0 : (this.#ends[place - 1] ?? 0);
  }

  #moveTo(units: Uint16Array<ArrayBuffer>): void {
    this.#units = units;
    this.#bytes = Buffer.from(units.buffer);
  }

  #shift(from: number, by: number): void {
    for (let place = from; place < this.#count; place++) this.#ends[place] = (this.#ends[place] ?? 0) + by;
  }

  #makeRoom(units: number): void {
    if (units > this.#units.length) this.#moveTo(grown(this.#units, units));
    this.#ends = grown(this.#ends, this.#count + 1);
    this.#numbers = grown(this.#numbers, this.#count + 1);
  }
}

type Column = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The same column, or one half as long again with the same in it. */
export const grown = <C extends Column>(column: C, length: number): C => {
  if (length <= column.length) return column;
  const longer = new (column.constructor as new (length: number) => C)(Math.max(length, column.length + (column.length >> 1)));
  longer.set(column);
  return longer;
};
