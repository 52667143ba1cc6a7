import type { IndicatorResult } from '@collegial/model';
import type { NeighbourComparison } from '@collegial/statistics';

/** A figure of a school beside those of its neighbours. */
export interface ComparedFigure {
  readonly indicator: string;
  readonly title: string;
  /** The school's own result. */
  readonly result: IndicatorResult;
  /** `null` where the school or too many neighbours have no figure that can be compared. */
  readonly comparison: NeighbourComparison | null;
  /** Neighbours without a figure that can be compared. */
  readonly without: number;
  readonly words: string;
}
