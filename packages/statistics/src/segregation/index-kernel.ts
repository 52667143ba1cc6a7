import type { SegregationIndex } from './segregation.ts';

/** What a kernel works out: all indices of one set of counts. */
export type IndexValues = Record<SegregationIndex, number>;

/** Above so many students in a school roots and logarithms are worked out rather than looked up. */
const mostInTable = 1_000_000;

/**
 * Works out all indices of many sets of counts at schools of the same sizes, fast: roots and logarithms of whole numbers are looked up, and everything but the
 * Gini index takes one pass. Accurate to about 1e-12 of 1, which is enough for chance; figures that are shown come from the indices' own
 * functions.
 *
 * @param total students of each school, none 0
 * @returns a function from the students in the group at each school to the indices, of which it uses the same object each time; the group must
 *   be neither empty nor everybody
 */
export function indexKernel(total: Float64Array): (counts: Int32Array) => IndexValues {
  const schools = total.length;
  const most = total.reduce((highest, size) => Math.max(highest, size), 0);
  const students = total.reduce((sum, size) => sum + size, 0);
  const root = lookUp(most, Math.sqrt);
  const timesLog = lookUp(most, (n) => (n > 0 ? n * Math.log(n) : 0));
  const perStudent = total.map((size) => 1 / size);
  const sizesTimesLog = total.reduce((sum, size) => sum + timesLog(size), 0);
  // share, cut to 2^-32, and school in one number, so that the engine's own sort of numbers can be used
  const places = 2 ** Math.ceil(Math.log2(schools + 1));
  const keys = new Float64Array(schools);
  const values = {} as IndexValues;

  return (counts) => {
    let group = 0;
    for (let school = 0; school < schools; school += 1) group += counts[school]!;
    const others = students - group;
    let [apart, squares, logs, roots] = [0, 0, 0, 0];
    for (let school = 0; school < schools; school += 1) {
      const [inGroup, size, part] = [counts[school]!, total[school]!, perStudent[school]!];
      const surplus = inGroup * students - size * group;
      apart += Math.abs(surplus);
      squares += surplus * surplus * part;
      logs += timesLog(inGroup) + timesLog(size - inGroup);
      roots += root(inGroup) * root(size - inGroup);
      keys[school] = Math.floor(inGroup * part * 4_294_967_296) * places + school;
    }
    keys.sort();
    let [groupBelow, studentsBelow, between] = [0, 0, 0];
    for (let position = 0; position < schools; position += 1) {
      const school = keys[position]! % places;
      const [inGroup, size] = [counts[school]!, total[school]!];
      between += inGroup * studentsBelow - size * groupBelow;
      groupBelow += inGroup;
      studentsBelow += size;
    }
    const share = group / students;
    const entropy = -share * Math.log(share) - (1 - share) * Math.log(1 - share);
    values.dissimilarity = apart / (2 * group * others);
    values.gorard = values.dissimilarity * (1 - share);
    values.etaSquared = squares / students / (group * others);
    values.isolation = share + (1 - share) * values.etaSquared;
    values.mutualInformation = Math.max(0, (logs - sizesTimesLog) / students + entropy);
    values.theil = values.mutualInformation / entropy;
    values.hutchens = Math.max(0, 1 - roots / Math.sqrt(group * others));
    values.gini = between / (group * others);
    values.atkinson = values.hutchens * (2 - values.hutchens);
    return values;
  };
}

function lookUp(most: number, of: (number: number) => number): (number: number) => number {
  if (most > mostInTable) return of;
  const table = Float64Array.from({ length: most + 1 }, (_, number) => of(number));
  return (number) => table[number]!;
}
