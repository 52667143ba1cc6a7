/** Ids in ascending order, each once, with the position of each: whole numbers are cheaper to compare and sort than text. */
export interface Positions {
  readonly ids: readonly string[];
  readonly positionOf: ReadonlyMap<string, number>;
}

/** Ids of any number and order made into positions. */
export function positionsOf(ids: Iterable<string>): Positions {
  const sorted = [...new Set(ids)].sort();
  return { ids: sorted, positionOf: new Map(sorted.map((id, position) => [id, position])) };
}

/** Numbers ids as they are met, and says at the end which position each number has in order: one look-up for each mention. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  /** The number of an id, from 0; the same whenever it is met. */
  numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The ids in order, and for each number the position of its id. */
  inOrder(): { readonly ids: readonly string[]; readonly positions: Int32Array } {
    const ids = [...this.#numbers.keys()].sort();
    const positions = new Int32Array(ids.length);
    for (const [position, id] of ids.entries()) positions[this.#numbers.get(id)!] = position;
    return { ids, positions };
  }
}
