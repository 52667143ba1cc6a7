/**
 * Results as columns, one position for each result of a student in a subject: 600,000 students with eight results each are a few
 * typed arrays and no objects. Students, subjects and departments are whole numbers from 0 on; `indexNames` makes them from names.
 */
export interface SubjectEntries {
  /** Who took it. */
  readonly students: ArrayLike<number>;
  /** What was taken. */
  readonly subjects: ArrayLike<number>;
  /** Where it was taught, usually one school's teaching of one subject. */
  readonly departments: ArrayLike<number>;
  /** The result, in grades or points: any scale on which a difference means the same everywhere. */
  readonly values: ArrayLike<number>;
}
