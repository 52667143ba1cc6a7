/** The figure of one school in one year. */
export interface PanelRow {
  readonly school: string;
  /** Whole number; years follow one another in steps of 1. */
  readonly year: number;
  readonly value: number;
  /** First year in which the school belonged to a group. `null` or absent: never so far. The same in all rows of a school. */
  readonly treatedFrom?: number | null;
  /** The group it joined. Needed with `treatedFrom`; the same in all rows of a school. */
  readonly group?: string | null;
  /**
   * What a school without a group shares its fortunes with: a trust, an area. Schools of one cluster may move together in any way. Default: the school itself;
   * for a school with a group always the group.
   */
  readonly cluster?: string;
  /** How much the school counts in the mean of its group. Default 1. A mean over years where it changes. */
  readonly weight?: number;
  /** Circumstances to match on, such as the share of disadvantaged students: as many figures in every row. */
  readonly context?: readonly number[];
}
