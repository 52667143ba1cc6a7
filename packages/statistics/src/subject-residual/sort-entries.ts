import { requireThat } from '../require-that.ts';
import type { SubjectEntries } from './subject-entries.ts';

/** The results that can be compared, student by student, and what had to be left out. */
export interface SortedEntries {
  /** Where the results of each student begin; one more for the end of the last. */
  readonly starts: Int32Array;
  readonly subjects: Int32Array;
  readonly departments: Int32Array;
  readonly values: Float64Array;
  /** One more than the highest subject. */
  readonly subjectCount: number;
  /** One more than the highest department. */
  readonly departmentCount: number;
  readonly leftOut: {
    /** Students all of whose results are in one subject: there is no other to compare it with. */
    readonly students: number;
    readonly entries: number;
  };
}

/**
 * Puts results in an order of their own – by student, then subject, department and value – so that the order in which they came changes no
 * digit, and leaves out the students with one subject only.
 *
 * @throws RangeError when columns differ in length, a number is not whole or a value not finite
 */
export function sortEntries(entries: SubjectEntries): SortedEntries {
  const { students, subjects, departments, values } = entries;
  const size = values.length;
  requireThat(
    students.length === size && subjects.length === size && departments.length === size,
    'The columns of the results must have the same length.',
  );
  const studentCount = countOf(students, 'student');
  const subjectCount = countOf(subjects, 'subject');
  const departmentCount = countOf(departments, 'department');
  const places = new Int32Array(studentCount + 1);
  for (let index = 0; index < size; index += 1) {
    requireThat(Number.isFinite(values[index]), 'Every result must be a finite number.');
    places[students[index]! + 1]! += 1;
  }
  for (let student = 0; student < studentCount; student += 1) places[student + 1]! += places[student]!;
  const order = new Int32Array(size);
  const next = places.slice(0, studentCount);
  for (let index = 0; index < size; index += 1) {
    const student = students[index]!;
    order[next[student]!] = index;
    next[student]! += 1;
  }
  const starts = new Int32Array(studentCount + 1);
  const before = (a: number, b: number) =>
    subjects[a]! - subjects[b]! || departments[a]! - departments[b]! || values[a]! - values[b]!;
  let kept = 0;
  let keptStudents = 0;
  let leftOutStudents = 0;
  for (let student = 0; student < studentCount; student += 1) {
    const [from, to] = [places[student]!, places[student + 1]!];
    if (from === to) continue;
    insertionSort(order, from, to, before);
    if (subjects[order[from]!] === subjects[order[to - 1]!]) {
      leftOutStudents += 1;
      continue;
    }
    starts[keptStudents] = kept;
    keptStudents += 1;
    for (let place = from; place < to; place += 1) {
      order[kept] = order[place]!;
      kept += 1;
    }
  }
  starts[keptStudents] = kept;
  const take = (column: ArrayLike<number>, into: Int32Array | Float64Array) => {
    for (let place = 0; place < kept; place += 1) into[place] = column[order[place]!]!;
    return into;
  };
  return {
    starts: starts.slice(0, keptStudents + 1),
    subjects: take(subjects, new Int32Array(kept)) as Int32Array,
    departments: take(departments, new Int32Array(kept)) as Int32Array,
    values: take(values, new Float64Array(kept)) as Float64Array,
    subjectCount,
    departmentCount,
    leftOut: { students: leftOutStudents, entries: size - kept },
  };
}

function countOf(column: ArrayLike<number>, what: string): number {
  let highest = -1;
  for (let index = 0; index < column.length; index += 1) {
    const code = column[index]!;
    if (!(Number.isInteger(code) && code >= 0 && code < 2 ** 31 - 1))
      throw new RangeError(`Every ${what} must be a whole number from 0 on.`);
    if (code > highest) highest = code;
  }
  return highest + 1;
}

/** A student has about ten results: nothing sorts so few faster. */
function insertionSort(
  order: Int32Array,
  from: number,
  to: number,
  before: (a: number, b: number) => number,
): void {
  for (let place = from + 1; place < to; place += 1) {
    const item = order[place]!;
    let hole = place;
    while (hole > from && before(order[hole - 1]!, item) > 0) {
      order[hole] = order[hole - 1]!;
      hole -= 1;
    }
    order[hole] = item;
  }
}
