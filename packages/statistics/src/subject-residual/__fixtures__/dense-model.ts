/** One result, for the dense oracle. */
export interface Entry {
  student: number;
  subject: number;
  department: number;
  value: number;
}

/** Solves a x = b with complete pivoting, 0 for what is not determined. */
export function solveDense(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  const a = matrix.map((row, index) => [...row, right[index]!]);
  const columns = Array.from({ length: size }, (_, index) => index);
  let rank = 0;
  for (; rank < size; rank += 1) {
    let [best, pivotRow, pivotColumn] = [1e-9, -1, -1];
    for (let row = rank; row < size; row += 1)
      for (let column = rank; column < size; column += 1)
        if (Math.abs(a[row]![column]!) > best) [best, pivotRow, pivotColumn] = [Math.abs(a[row]![column]!), row, column];
    if (pivotRow < 0) break;
    [a[rank], a[pivotRow]] = [a[pivotRow]!, a[rank]!];
    for (const row of a) [row[rank], row[pivotColumn]] = [row[pivotColumn]!, row[rank]!];
    [columns[rank], columns[pivotColumn]] = [columns[pivotColumn]!, columns[rank]!];
    for (let row = 0; row < size; row += 1) {
      if (row === rank) continue;
      const factor = a[row]![rank]! / a[rank]![rank]!;
      for (let column = rank; column <= size; column += 1) a[row]![column]! -= factor * a[rank]![column]!;
    }
  }
  const x = Array<number>(size).fill(0);
  for (let row = 0; row < rank; row += 1) x[columns[row]!] = a[row]![size]! / a[row]![row]!;
  return x;
}

/**
 * Least squares with a column for every student and every subject, students weighted. Gives the effects of subjects as they come and the residual of a department
 * from its definition: its results less the mean of the student's other subjects, both less the subjects' effects.
 */
export function denseResidual(entries: readonly Entry[], department: number, weightOf: (student: number) => number = () => 1) {
  const subjectsOf = (student: number) => new Set(entries.filter((e) => e.student === student).map((e) => e.subject));
  const used = entries.filter((e) => subjectsOf(e.student).size > 1);
  const students = [...new Set(used.map((e) => e.student))];
  const subjects = [...new Set(used.map((e) => e.subject))];
  const size = students.length + subjects.length;
  const matrix = Array.from({ length: size }, () => Array<number>(size).fill(0));
  const right = Array<number>(size).fill(0);
  for (const { student, subject, value } of used) {
    const places = [students.indexOf(student), students.length + subjects.indexOf(subject)];
    for (const row of places) {
      right[row]! += weightOf(student) * value;
      for (const column of places) matrix[row]![column]! += weightOf(student);
    }
  }
  const effects = solveDense(matrix, right);
  const effect = new Map(subjects.map((subject, index) => [subject, effects[students.length + index]!]));
  const difference = (entry: Entry) => {
    const others = used.filter((e) => e.student === entry.student && e.subject !== entry.subject);
    const mean = others.reduce((sum, e) => sum + e.value - effect.get(e.subject)!, 0) / others.length;
    return entry.value - effect.get(entry.subject)! - mean;
  };
  const own = used.filter((e) => e.department === department);
  const weights = own.reduce((sum, e) => sum + weightOf(e.student), 0);
  return { effect, residual: own.reduce((sum, e) => sum + weightOf(e.student) * difference(e), 0) / weights, own };
}
