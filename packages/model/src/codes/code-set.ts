/** One code of a code set, with the dates between which it was in force. */
export interface CodeEntry<Meaning = unknown> {
  /** The code as the MIS writes it, for example `N`. */
  readonly code: string;
  /** What the code stands for, in the official words' sense. */
  readonly label: string;
  /** First day on which the code may be used, `YYYY-MM-DD`; absent: since before our records. */
  readonly validFrom?: string;
  /** Last day on which the code may be used, `YYYY-MM-DD`; absent: still in force. */
  readonly validTo?: string;
  /** What the code means to an indicator; `undefined` for code sets that only label. */
  readonly meaning: Meaning;
}

/** A dated list of codes of one jurisdiction. The same code may appear twice, with different dates and meanings. */
export interface CodeSet<Meaning = unknown> {
  /** Stable id, for example `gb-eng/attendance`. */
  readonly id: string;
  /** Jurisdiction, ISO 3166-2 where there is one: `GB-ENG`. */
  readonly jurisdiction: string;
  /** Name for people. */
  readonly title: string;
  /** Official source of the list. */
  readonly source: string;
  /** Every code that was ever in force. */
  readonly entries: readonly CodeEntry<Meaning>[];
  /**
   * The entry for a code on a day, read with the meaning it had on that day. `undefined` when the code is not known
   * or was not in force: such a code is kept and counted, never guessed.
   */
  lookup(code: string, on: string): CodeEntry<Meaning> | undefined;
}

/**
 * Makes a code set from its entries.
 *
 * @example
 * ```ts
 * import { defineCodeSet } from '@collegial/model';
 *
 * const colours = defineCodeSet({
 *   id: 'example/colours', jurisdiction: 'GB-ENG', title: 'Colours', source: 'invented',
 *   entries: [
 *     { code: 'R', label: 'red', validTo: '2024-08-18', meaning: 'warm' },
 *     { code: 'R', label: 'russet', validFrom: '2024-08-19', meaning: 'brown' },
 *   ],
 * });
 * colours.lookup('R', '2019-01-07')?.label; // 'red'
 * colours.lookup('R', '2025-01-07')?.label; // 'russet'
 * colours.lookup('?', '2025-01-07'); // undefined
 * ```
 */
export function defineCodeSet<Meaning>(definition: Omit<CodeSet<Meaning>, 'lookup'>): CodeSet<Meaning> {
  const byCode = new Map<string, CodeEntry<Meaning>[]>();
  for (const entry of definition.entries) {
    const known = byCode.get(entry.code);
    if (known === undefined) byCode.set(entry.code, [entry]);
    else known.push(entry);
  }
  return {
    ...definition,
    lookup: (code, on) =>
      byCode
        .get(code)
        ?.find(({ validFrom = '', validTo = '9999-12-31' }) => validFrom <= on && on <= validTo),
  };
}
