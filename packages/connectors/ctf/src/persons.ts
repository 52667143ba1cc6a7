/** What one pupil of one file says of numbers. */
interface Statement {
  readonly upn: string;
  /** Number that the pupil had before. */
  readonly former: string | undefined;
  /** Place of the file in time. */
  readonly order: number;
}

/**
 * Which numbers belong to one person, by the former numbers that the files state. A statement counts only when nobody holds the former number in
 * the same or a later file, and when no other pupil claims it: a slip of the pen must not make one person of two.
 */
export class Persons {
  readonly #lastHeld = new Map<string, number>();
  readonly #successors = new Map<
    string,
    { readonly upn: string; readonly order: number } | 'claimed twice'
  >();
  #formers: Map<string, string[]> | undefined;

  add({ upn, former, order }: Statement): void {
    this.#formers = undefined;
    this.#lastHeld.set(upn, Math.max(order, this.#lastHeld.get(upn) ?? 0));
    if (former === undefined || former === upn) return;
    const before = this.#successors.get(former);
    const agrees = before === undefined || (before !== 'claimed twice' && before.upn === upn);
    this.#successors.set(former, agrees ? { upn, order } : 'claimed twice');
  }

  /** The number that the holder of this one has now. */
  present(upn: string): string {
    const seen = new Set([upn]);
    for (let at = upn; ; ) {
      const next = this.#next(at);
      if (next === undefined || seen.has(next)) return at;
      seen.add(next);
      at = next;
    }
  }

  /** All other numbers that the holder of a present number had. */
  formerly(present: string): readonly string[] {
    if (this.#formers === undefined) {
      this.#formers = new Map();
      for (const former of this.#successors.keys()) {
        const now = this.present(former);
        if (now !== former) this.#formers.set(now, [...(this.#formers.get(now) ?? []), former]);
      }
    }
    return this.#formers.get(present) ?? [];
  }

  #next(former: string): string | undefined {
    const successor = this.#successors.get(former);
    if (successor === undefined || successor === 'claimed twice') return undefined;
    return (this.#lastHeld.get(former) ?? -1) < successor.order ? successor.upn : undefined;
  }
}
