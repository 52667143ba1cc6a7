/** Values that are always remembered: enough for rows that come student by student. */
const few = 1_000;
/** Values that are remembered while they come again. */
const many = 100_000;
/** Pseudonyms of which it is noted that they were made, so that one is known to have been made before. */
const noted = 2 ** 17;
/** One value in so many must come again to be worth remembering. */
const worthwhile = 8;

/**
 * A bounded memory of pseudonyms in two generations: what is asked for again moves to the young one, the old one is dropped whole. It stays small while a large one
 * would hold hardly more that is asked for – each record has an id of its own –, since looking a value up in a large memory and keeping it there takes longer than making its pseudonym.
 */
export class Remembered {
  #young = new Map<string, string>();
  #old = new Map<string, string>();
  #most = few;
  #asked = 0;
  /** Values that were remembered. */
  #found = 0;
  /** Values that were not, and whose pseudonyms had been made before. */
  #missed = 0;
  readonly #made = new Int32Array(noted);

  /** The pseudonym of a value, made when it is not remembered. */
  get(value: string, make: (value: string) => string): string {
    this.#asked += 1;
    const young = this.#young.get(value);
    if (young !== undefined) {
      this.#found += 1;
      return young;
    }
    let pseudonym = this.#old.get(value);
    if (pseudonym === undefined) {
      pseudonym = make(value);
      if (this.#madeBefore(pseudonym)) this.#missed += 1;
    } else this.#found += 1;
    if (this.#young.size >= this.#most) this.#turn();
    this.#young.set(value, pseudonym);
    return pseudonym;
  }

  #turn(): void {
    const again = this.#most === many ? this.#found + this.#missed : this.#missed;
    this.#most = again * worthwhile >= this.#asked ? many : few;
    this.#asked = 0;
    this.#found = 0;
    this.#missed = 0;
    this.#old = this.#young;
    this.#young = new Map();
  }

  /** A pseudonym is evenly spread: some of its bits are the place, others what is noted there. */
  #madeBefore(pseudonym: string): boolean {
    const place = (bits(pseudonym, 0) | (bits(pseudonym, 1) << 6) | (bits(pseudonym, 2) << 12)) % noted;
    const mark =
      1 +
      (bits(pseudonym, 3) |
        (bits(pseudonym, 4) << 6) |
        (bits(pseudonym, 5) << 12) |
        (bits(pseudonym, 6) << 18));
    if (this.#made[place] === mark) return true;
    this.#made[place] = mark;
    return false;
  }
}

const bits = (text: string, index: number) => text.charCodeAt(index) & 63;
