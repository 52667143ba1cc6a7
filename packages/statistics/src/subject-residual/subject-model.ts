import { requireThat } from '../require-that.ts';
import { inverseOfPositiveDefinite } from './inverse-of-positive-definite.ts';
import type { SortedEntries } from './sort-entries.ts';
import { subjectComponents } from './subject-components.ts';

/** More subjects would need a table of subjects by subjects beyond a hundred megabytes. */
const mostSubjects = 4000;

/** A fitted model result = student + leniency of the subject + residual, with what intervals need. */
export interface SubjectModel {
  readonly entries: SortedEntries;
  /** How far the grades of each subject lie above those of the same students in their others; by results, 0 on average in a component. */
  readonly leniency: Float64Array;
  /** Component of each subject; −1 where nothing is known. */
  readonly component: Int32Array;
  /** Inverse of the subjects' equations, after the students' were eliminated: a generalised one, right for differences of subjects. */
  readonly inverse: Float64Array;
  /** Of each result: what is left after its student and its subject. */
  readonly residuals: Float64Array;
  /** Sum over students of the products of their scores: how the subjects' equations vary from student to student. */
  readonly scoreProducts: Float64Array;
  /** Number of results in each subject. */
  readonly counts: Float64Array;
  /** Standard deviation of the residuals; `null` without degrees of freedom. */
  readonly residualDeviation: number | null;
  /** Largest sum of residuals over a subject, in the scale of results, for each result of it: 0 in a perfect fit. */
  readonly largestImbalance: number;
}

/**
 * Fits result = student + subject by least squares, exactly: each student is eliminated, which leaves one equation a subject, and those
 * are solved directly and refined once. Students and subjects get one effect each, all at the same time (Kelly's simultaneous method).
 *
 * @throws RangeError above 4,000 subjects
 */
export function fitSubjectModel(entries: SortedEntries): SubjectModel {
  const size = entries.subjectCount;
  requireThat(size <= mostSubjects, `At most ${mostSubjects} subjects can be compared at once.`);
  const component = subjectComponents(entries);
  const counts = new Float64Array(size);
  for (const subject of entries.subjects) counts[subject]! += 1;
  const inverse = inverseOfPositiveDefinite(equations(entries, counts, component), size);

  const residuals = new Float64Array(entries.values.length);
  const leniency = new Float64Array(size);
  for (let step = 0; step < 2; step += 1) {
    const scores = setResiduals(entries, leniency, residuals);
    for (let row = 0; row < size; row += 1) {
      let sum = 0;
      for (let column = 0; column < size; column += 1) sum += inverse[row * size + column]! * scores[column]!;
      leniency[row]! += sum;
    }
  }
  const scores = setResiduals(entries, leniency, residuals);
  let largestImbalance = 0;
  for (let subject = 0; subject < size; subject += 1)
    largestImbalance = Math.max(largestImbalance, Math.abs(scores[subject]!) / Math.max(1, counts[subject]!));
  let squares = 0;
  for (const residual of residuals) squares += residual * residual;
  const known = component.filter((root) => root >= 0);
  const degrees = residuals.length - (entries.starts.length - 1) - known.length + new Set(known).size;
  return {
    entries,
    leniency,
    component,
    inverse,
    residuals,
    scoreProducts: productsOfScores(entries, residuals),
    counts,
    residualDeviation: degrees > 0 ? Math.sqrt(squares / degrees) : null,
    largestImbalance,
  };
}

/**
 * Counts of results on the diagonal, less what each student ties together, plus one term a component that asks for a mean of 0 and
 * leaves differences as they are.
 */
function equations({ starts, subjects }: SortedEntries, counts: Float64Array, component: Int32Array) {
  const size = counts.length;
  const matrix = new Float64Array(size * size);
  for (let student = 0; student + 1 < starts.length; student += 1) {
    const [from, to] = [starts[student]!, starts[student + 1]!];
    const part = 1 / (to - from);
    for (let one = from; one < to; one += 1) {
      const row = subjects[one]! * size;
      for (let other = from; other < to; other += 1) matrix[row + subjects[other]!]! -= part;
    }
  }
  const totals = new Map<number, number>();
  component.forEach((root, subject) => {
    totals.set(root, (totals.get(root) ?? 0) + counts[subject]!);
  });
  for (let row = 0; row < size; row += 1) {
    const root = component[row]!;
    matrix[row * size + row]! += root < 0 ? 1 : counts[row]!;
    if (root < 0) continue;
    for (let column = 0; column < size; column += 1)
      if (component[column] === root)
        matrix[row * size + column]! += (counts[row]! * counts[column]!) / totals.get(root)!;
  }
  return matrix;
}

/** Residuals at these effects, each student's mean taken out; gives their sum over each subject. */
function setResiduals(
  { starts, subjects, values, subjectCount }: SortedEntries,
  leniency: Float64Array,
  residuals: Float64Array,
): Float64Array {
  const scores = new Float64Array(subjectCount);
  for (let student = 0; student + 1 < starts.length; student += 1) {
    const [from, to] = [starts[student]!, starts[student + 1]!];
    const first = values[from]!;
    let sum = 0;
    for (let place = from; place < to; place += 1)
      sum += values[place]! - first - leniency[subjects[place]!]!;
    const mean = sum / (to - from);
    for (let place = from; place < to; place += 1) {
      const residual = values[place]! - first - leniency[subjects[place]!]! - mean;
      residuals[place] = residual;
      scores[subjects[place]!]! += residual;
    }
  }
  return scores;
}

function productsOfScores({ starts, subjects, subjectCount }: SortedEntries, residuals: Float64Array) {
  const products = new Float64Array(subjectCount * subjectCount);
  for (let student = 0; student + 1 < starts.length; student += 1) {
    const to = starts[student + 1]!;
    for (let one = starts[student]!; one < to; one += 1) {
      const row = subjects[one]! * subjectCount;
      const residual = residuals[one]!;
      for (let other = starts[student]!; other < to; other += 1)
        products[row + subjects[other]!]! += residual * residuals[other]!;
    }
  }
  return products;
}
