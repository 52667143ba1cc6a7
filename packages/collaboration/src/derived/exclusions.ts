import type { Excluded } from './detection.ts';

/** Counts what is set aside, each thing once for each reason. */
export class Exclusions {
  readonly #things = new Map<string, Set<string>>();

  /** Sets a thing aside; the same thing for the same reason counts once. */
  add(reason: string, thing: string): void {
    const known = this.#things.get(reason) ?? new Set<string>();
    this.#things.set(reason, known.add(thing));
  }

  /** The counts by reason, sorted. */
  counts(): Excluded {
    return Object.fromEntries(
      [...this.#things].map(([reason, things]) => [reason, things.size] as const).sort(),
    );
  }
}
