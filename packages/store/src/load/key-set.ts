/** Keys that are kept at most: more take more memory than looking them up in the database takes time. */
const mostKeys = 4 * 1024 ** 2;

/** Keys by their hashes of 64 bits: tells for certain that a key is new, and hardly ever calls one known that is not. */
export class KeySet {
  #hashes = new Uint32Array(2 ** 14);
  #size = 0;

  /**
   * Adds keys, each once.
   *
   * @returns `new` when none of them was there, `known` when one may have been, `full` when they are too many to be kept
   */
  add(keys: readonly string[]): 'new' | 'known' | 'full' {
    if (this.#size + keys.length > mostKeys) return 'full';
    this.#makeRoom(keys.length);
    let known = false;
    for (const key of keys) {
      let one = 0x2545f491;
      let two = 0x9e3779b9;
      for (let at = 0; at < key.length; at += 1) {
        const code = key.charCodeAt(at);
        one = Math.imul(one ^ code, 0x85ebca6b);
        one = (one << 13) | (one >>> 19);
        two = Math.imul(two ^ code, 0xc2b2ae35);
        two = (two << 15) | (two >>> 17);
      }
      if (this.#put(mixed(one ^ key.length) >>> 0, mixed(two) >>> 0 || 1)) this.#size += 1;
      else known = true;
    }
    return known ? 'known' : 'new';
  }

  /** False when the hash was there. Zero is an empty place. */
  #put(place: number, rest: number): boolean {
    const hashes = this.#hashes;
    const last = hashes.length / 2 - 1;
    for (let slot = place & last; ; slot = (slot + 1) & last) {
      if (hashes[slot * 2 + 1] === 0) {
        hashes[slot * 2] = place;
        hashes[slot * 2 + 1] = rest;
        return true;
      }
      if (hashes[slot * 2] === place && hashes[slot * 2 + 1] === rest) return false;
    }
  }

  /** Keeps at least half of the places empty. */
  #makeRoom(more: number): void {
    let length = this.#hashes.length;
    while ((this.#size + more) * 4 > length) length *= 2;
    if (length === this.#hashes.length) return;
    const before = this.#hashes;
    this.#hashes = new Uint32Array(length);
    for (let at = 0; at < before.length; at += 2)
      if (before[at + 1] !== 0) this.#put(before[at] as number, before[at + 1] as number);
  }
}

function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
