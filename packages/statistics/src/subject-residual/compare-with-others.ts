import type { SubjectModel } from './subject-model.ts';

/** Of each result: how it stands to the same student's results in other subjects. */
export interface Comparisons {
  /** Result less the mean of the others, both less the leniency of their subjects. */
  readonly adjusted: Float64Array;
  /** Result less the mean of the others, as they are. */
  readonly raw: Float64Array;
  /** Number of results in other subjects. */
  readonly others: Int32Array;
  /** Position of the student among those compared. */
  readonly students: Int32Array;
}

/** Compares each result with the same student's results in other subjects, never with itself. */
export function compareWithOthers({ entries, residuals }: SubjectModel): Comparisons {
  const { starts, subjects, values } = entries;
  const size = values.length;
  const adjusted = new Float64Array(size);
  const raw = new Float64Array(size);
  const others = new Int32Array(size);
  const students = new Int32Array(size);
  for (let student = 0; student + 1 < starts.length; student += 1) {
    const [from, to] = [starts[student]!, starts[student + 1]!];
    for (let place = from; place < to; place += 1) {
      let count = 0;
      let difference = 0;
      let adjustedDifference = 0;
      for (let other = from; other < to; other += 1) {
        if (subjects[other] === subjects[place]) continue;
        count += 1;
        difference += values[place]! - values[other]!;
        adjustedDifference += residuals[place]! - residuals[other]!;
      }
      adjusted[place] = adjustedDifference / count;
      raw[place] = difference / count;
      others[place] = count;
      students[place] = student;
    }
  }
  return { adjusted, raw, others, students };
}
