import { CollegialError } from '@collegial/model';

/** The condition that cannot hold, or `all` when each could hold by itself and only together they cannot. */
export type InfeasibleConstraint = 'size' | 'max-distance' | 'together' | 'apart' | 'existing-ties' | 'all';

/** The smallest change to one condition that lets the schools be grouped. */
export interface ConstraintChange {
  readonly constraint: Exclude<InfeasibleConstraint, 'all'>;
  /** What to do, as a sentence. */
  readonly words: string;
  /** The new limit, for sizes and distance. */
  readonly to: number | null;
}

/** Why the schools cannot be grouped as asked. */
export interface InfeasibleReason {
  readonly constraint: InfeasibleConstraint;
  /** As a sentence. */
  readonly words: string;
  /** Ids of the schools concerned. */
  readonly schools: readonly string[];
}

/**
 * Thrown when no grouping holds all conditions: says which cannot hold, and, for each condition that could give way alone,
 * the smallest change that is enough.
 */
export class GroupingInfeasibleError extends CollegialError {
  readonly reason: InfeasibleReason;
  /** Each alone is enough. */
  readonly changes: readonly ConstraintChange[];
  /** False when no grouping was found, but none was shown not to exist: there are too many to try them all. */
  readonly proved: boolean;

  constructor(reason: InfeasibleReason, changes: readonly ConstraintChange[], proved: boolean) {
    const fix =
      changes.length === 0
        ? 'No change to one condition alone is enough: relax several.'
        : `One of these is enough: ${changes.map(({ words }) => words).join(' · ')}`;
    super({ code: 'grouping.infeasible', message: reason.words, fix });
    this.reason = reason;
    this.changes = changes;
    this.proved = proved;
  }
}
