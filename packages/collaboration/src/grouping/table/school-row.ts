/** Where a school is: degrees (WGS 84), or metres of a national grid such as the British National Grid. */
export type SchoolPlace =
  | { readonly latitude: number; readonly longitude: number }
  | { readonly easting: number; readonly northing: number };

/**
 * One school of a plain table from which groups and partners are suggested. Only `id` and `name` are needed; what is not
 * known is left out or `null`, and takes no part in what would need it – it is never guessed.
 */
export interface SchoolRow {
  /** Unique in the table, for example `urn:100001`. */
  readonly id: string;
  readonly name: string;
  /** Attainment in any one unit, the same for all schools: higher is better. */
  readonly attainment?: number | null;
  /** Stage of development, in any ordered numbers, for example 1 for a school in difficulty to 4 for one that leads others. */
  readonly stage?: number | null;
  /** What a school cannot choose, by measure: share of free school meals, pupils on roll, mobility. */
  readonly context?: Readonly<Record<string, number | null>>;
  /** Strengths above 0 and needs below 0, by area; 1 is a clear strength, −1 a clear need, and more counts as that. */
  readonly areas?: Readonly<Record<string, number | null>>;
  readonly place?: SchoolPlace | null;
  /** A group in which the school works already: schools with the same label have a tie. */
  readonly group?: string | null;
}

/** An existing tie of two schools, for example from a ledger; more weight means more to lose. */
export interface ExistingTie {
  readonly schools: readonly [string, string];
  /** Default 1. */
  readonly weight?: number;
}
