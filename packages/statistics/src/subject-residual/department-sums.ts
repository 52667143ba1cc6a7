import { type Comparisons, compareWithOthers } from './compare-with-others.ts';
import { departmentOrder } from './department-order.ts';
import type { SubjectModel } from './subject-model.ts';

/** What the results of a department come to, before anything is concluded from it. */
export interface DepartmentSums {
  readonly department: number;
  readonly entries: number;
  readonly students: number;
  /** Subject of its results; `null` when they are of several. */
  readonly subject: number | null;
  /** Largest share that it has in all results of one of its subjects. */
  readonly share: number;
  /** Mean of the results less the same students' other subjects, both adjusted for the subjects. */
  readonly residual: number;
  /** The same not adjusted, less what the results of these subjects come to over all departments. */
  readonly simple: number;
  /** Variance of the residual, students independent of one another and the subjects' effects estimated; `null` for one student. */
  readonly variance: number | null;
  /** What the residual variance of a result is multiplied with to give that of the residual, the subjects' effects taken as known. */
  readonly design: number;
  /** How much of a difference of one grade that is this department's alone shows in its residual: 1 among many, 0 when it is alone. */
  readonly sensitivity: number;
}

/** Positions of a department's results. */
interface Here {
  readonly department: number;
  readonly places: Int32Array;
}

/**
 * Works out every department of a model, in the order of their numbers; those without a result that can be compared are left out.
 *
 * The variance sums the squared first-order influence of each student: through the department's own results if they are in it, and
 * through the subjects' effects whether or not they are. What is independent of the department was summed before, so that each takes one
 * pass over its own students.
 */
export function departmentSums(model: SubjectModel): DepartmentSums[] {
  const { departments, departmentCount } = model.entries;
  const { starts, order } = departmentOrder(departments, departmentCount);
  const comparisons = compareWithOthers(model);
  takeOutSubjectMeans(model, comparisons.raw);
  const found: DepartmentSums[] = [];
  for (let department = 0; department < departmentCount; department += 1) {
    const places = order.subarray(starts[department]!, starts[department + 1]!);
    if (places.length > 0) found.push(sumsOf(model, comparisons, { department, places }));
  }
  return found;
}

/** Leaves of each unadjusted difference what is beyond the mean difference of its subject. */
function takeOutSubjectMeans({ entries, counts }: SubjectModel, raw: Float64Array): void {
  const means = new Float64Array(counts.length);
  raw.forEach((difference, place) => {
    const subject = entries.subjects[place]!;
    means[subject]! += difference / counts[subject]!;
  });
  for (let place = 0; place < raw.length; place += 1) raw[place]! -= means[entries.subjects[place]!]!;
}

function sumsOf(model: SubjectModel, comparisons: Comparisons, here: Here): DepartmentSums {
  const { places, department } = here;
  const { others } = comparisons;
  let residual = 0;
  let simple = 0;
  let design = 0;
  for (const place of places) {
    residual += comparisons.adjusted[place]!;
    simple += comparisons.raw[place]!;
    design += 1 + 1 / others[place]!;
  }
  residual /= places.length;
  const response = responseOf(model, comparisons, here);
  const { students, inside } = influence(model, comparisons, here, { residual, response });
  return {
    department,
    entries: places.length,
    students,
    ...subjectOf(model, here),
    residual,
    simple: simple / places.length,
    variance: students > 1 ? Math.max(0, inside + quadraticForm(model.scoreProducts, response)) : null,
    design: design / places.length ** 2,
    sensitivity: sensitivityOf(model, comparisons, here, response),
  };
}

/** How the residual moves with the equation of each subject: the inverse times what the department asks of the subjects' effects. */
function responseOf({ entries, inverse }: SubjectModel, { others, students }: Comparisons, { places }: Here) {
  const { subjects, starts, subjectCount: size } = entries;
  const contrast = new Float64Array(size);
  for (const place of places) {
    contrast[subjects[place]!]! -= 1;
    const student = students[place]!;
    for (let other = starts[student]!; other < starts[student + 1]!; other += 1)
      if (subjects[other] !== subjects[place]) contrast[subjects[other]!]! += 1 / others[place]!;
  }
  const response = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    const asked = contrast[column]! / places.length;
    if (asked === 0) continue;
    for (let row = 0; row < size; row += 1) response[row]! += inverse[column * size + row]! * asked;
  }
  return response;
}

/** Squared influence of the department's students, less what the sum over all students counts for them already. */
function influence(
  { entries, residuals }: SubjectModel,
  { adjusted, students }: Comparisons,
  { places }: Here,
  { residual, response }: { residual: number; response: Float64Array },
) {
  const { starts, subjects } = entries;
  let count = 0;
  let whole = 0;
  let counted = 0;
  let at = 0;
  while (at < places.length) {
    const student = students[places[at]!]!;
    let direct = 0;
    for (; at < places.length && students[places[at]!] === student; at += 1)
      direct += (adjusted[places[at]!]! - residual) / places.length;
    let through = 0;
    for (let place = starts[student]!; place < starts[student + 1]!; place += 1)
      through += response[subjects[place]!]! * residuals[place]!;
    whole += (direct + through) ** 2;
    counted += through ** 2;
    count += 1;
  }
  return { students: count, inside: count > 1 ? (whole * count) / (count - 1) - counted : 0 };
}

/** The residual that there would be if every result of the department were one higher, and nothing else differed. */
function sensitivityOf(
  { entries }: SubjectModel,
  { others, students }: Comparisons,
  { places, department }: Here,
  response: Float64Array,
): number {
  const { starts, subjects, departments } = entries;
  let itself = 0;
  let throughSubjects = 0;
  for (const place of places) {
    const student = students[place]!;
    const [from, to] = [starts[student]!, starts[student + 1]!];
    let alsoHere = 0;
    let mean = 0;
    for (let other = from; other < to; other += 1) {
      mean += response[subjects[other]!]! / (to - from);
      if (subjects[other] !== subjects[place] && departments[other] === department) alsoHere += 1;
    }
    itself += 1 - alsoHere / others[place]!;
    throughSubjects += response[subjects[place]!]! - mean;
  }
  return itself / places.length + throughSubjects;
}

function subjectOf({ entries, counts }: SubjectModel, { places }: Here) {
  const own = new Map<number, number>();
  for (const place of places) {
    const subject = entries.subjects[place]!;
    own.set(subject, (own.get(subject) ?? 0) + 1);
  }
  const [only] = own.keys();
  let share = 0;
  for (const [subject, entriesHere] of own) share = Math.max(share, entriesHere / counts[subject]!);
  return { subject: own.size === 1 ? (only as number) : null, share };
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  let total = 0;
  for (let row = 0; row < size; row += 1) {
    if (vector[row] === 0) continue;
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += matrix[row * size + column]! * vector[column]!;
    total += vector[row]! * sum;
  }
  return total;
}
