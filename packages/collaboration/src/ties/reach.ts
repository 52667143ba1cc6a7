/** People who took part, by what they do; `null` where nobody said. Governors count with the people of a school, not with its staff. */
export interface Reach {
  readonly heads: number | null;
  readonly middleLeaders: number | null;
  readonly teachers: number | null;
  readonly supportStaff: number | null;
  readonly students: number | null;
  readonly governors: number | null;
}

/** Nothing is known of who took part. */
export const unknownReach: Reach = {
  heads: null,
  middleLeaders: null,
  teachers: null,
  supportStaff: null,
  students: null,
  governors: null,
};

/** People of two parts together; what is not stated in both stays not stated. */
export function addReach(one: Reach, other: Reach): Reach {
  const sum = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
  return {
    heads: sum(one.heads, other.heads),
    middleLeaders: sum(one.middleLeaders, other.middleLeaders),
    teachers: sum(one.teachers, other.teachers),
    supportStaff: sum(one.supportStaff, other.supportStaff),
    students: sum(one.students, other.students),
    governors: sum(one.governors, other.governors),
  };
}
