/** One whole event. Weights are whole parts of it, so that sums are exact in any order. */
export const wholeEvent = 1_000_000_000;

/** How much happened over some days, each day counting as one event at most: three records of one meeting are one. */
export class DayCounts {
  /** Mostly there is one day: a map is made for the second. */
  #day: string | undefined;
  #parts = 0;
  #others: Map<string, number> | undefined;
  #total = 0;

  /** Adds to a day, or takes from it. */
  change(day: string, parts: number): void {
    this.#day ??= day;
    const first = day === this.#day;
    if (!first) this.#others ??= new Map();
    const before = first ? this.#parts : (this.#others?.get(day) ?? 0);
    const after = before + parts;
    this.#total += Math.min(wholeEvent, after) - Math.min(wholeEvent, before);
    if (first) this.#parts = after;
    else this.#others?.set(day, after);
  }

  /** Events, fractions for large ones. */
  count(): number {
    return this.#total / wholeEvent;
  }
}
