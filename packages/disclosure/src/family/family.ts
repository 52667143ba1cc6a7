/**
 * One figure about a set of people, as the disjoint counts that it gives away: `[numerator, denominator − numerator]`
 * for a rate, `[people]` for a mean. All cells of a family have the same number of counts.
 */
export interface Cell {
  readonly id: string;
  /** Whole numbers of people, 0 or more. */
  readonly counts: readonly number[];
  /** False for a figure that is part of a total but is itself never published. Default true. */
  readonly published?: boolean;
}

/**
 * A total and the parts it is made of: an area and its schools, all students and girls and boys. What the parts lack to
 * the total (students whose sex is not known) is taken as known to the reader.
 */
export interface Line {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A reader who holds some of the exact figures already: a school its own. */
export interface Holder {
  readonly id: string;
  /** Ids of the cells whose exact counts it holds. */
  readonly knows: readonly string[];
}

/** Tables that are published together and must be protected together. */
export interface Family {
  readonly cells: readonly Cell[];
  readonly lines: readonly Line[];
  /** Readers who know more than the edition; one who knows nothing is always among them. Default none. */
  readonly holders?: readonly Holder[];
  /** Smallest count that may be published. Default 10, at least 5. */
  readonly threshold?: number;
}

/** What may be published of a cell. Whatever is computed from it can only rest on what it holds. */
export type ProtectedCell =
  | { readonly id: string; readonly state: 'shown'; readonly counts: readonly number[] }
  /** `small`: it, or a part of it, is a small count · `complementary`: it would give another cell back · `withheld`: never published. */
  | {
      readonly id: string;
      readonly state: 'hidden';
      readonly reason: 'small' | 'complementary' | 'withheld';
    };
