import type { EntityInput } from '@collegial/model';

/** Subjects taught at every school, with the hours of the week that a year group has in each. */
export const subjectNames = [
  'English',
  'Mathematics',
  'Science',
  'History',
  'Geography',
  'French',
  'Art',
  'Music',
  'Physical Education',
] as const;

/** Name of a subject of the city. */
export type SubjectName = (typeof subjectNames)[number];

/** Subjects taught in sets by attainment; in the others students of all attainments are in one class. */
export const inSets: readonly SubjectName[] = ['English', 'Mathematics', 'Science'];

/** The subjects as records; they are the same at every school. */
export function subjects(): EntityInput<'Subject'>[] {
  return subjectNames.map((name) => ({ id: `subject:${name}`, name }));
}
