/** A circumstance that a school cannot choose, from the January headcount. */
export type RollCharacteristic =
  | 'disadvantaged'
  | 'free-school-meals'
  | 'looked-after'
  | 'sen'
  | 'first-language-other';

/** A measure of context that similar schools should share. */
export type ContextMeasure = {
  /** As shown to readers. */
  readonly name: string;
  /** How much it counts beside the others. Default 1. */
  readonly weight?: number;
} & (
  | {
      /** Share of the students on roll in January, of those for whom it is known; not known where that is fewer than four in five. */
      readonly share: RollCharacteristic;
    }
  | {
      /** Students on roll in January, by ratio: 500 to 1,000 is as far as 1,000 to 2,000. */
      readonly roll: true;
    }
  | {
      /** Id of a measure that was published for schools, for all students. */
      readonly published: string;
    }
);

/**
 * The circumstances that are used unless others are given: disadvantage, special needs, another first language, and size at half the weight. The weights are a
 * judgement; financial benchmarking in England weighs pupils 0.5, free meals 0.4 and special needs 0.1, families of schools prior attainment, free meals, language and needs.
 */
export const usualContext: readonly ContextMeasure[] = [
  { name: 'disadvantaged students', share: 'disadvantaged' },
  { name: 'students with special educational needs', share: 'sen' },
  { name: 'students with another first language', share: 'first-language-other' },
  { name: 'students on roll', roll: true, weight: 0.5 },
];
