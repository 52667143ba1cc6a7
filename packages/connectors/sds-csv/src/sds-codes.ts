import type { EntityInput } from '@collegial/model';

type Kind = EntityInput<'StudentCharacteristic'>['kind'];
type Post = EntityInput<'Appointment'>['role'];

/** Characteristics that a flag can stand for. */
export const characteristicKinds = [
  'disadvantaged',
  'free-school-meals',
  'looked-after',
  'sen',
  'first-language-other',
  'ethnicity',
  'language',
] as const satisfies readonly Kind[];

/** What a flag says about a student. */
export interface FlagMeaning {
  readonly kind: (typeof characteristicKinds)[number];
  readonly value: string;
}

/**
 * Flags of users whose meaning is known. An individualised education programme (`iep`) is a plan by law; under section 504 a student gets support
 * without one.
 */
export const flagMeanings: ReadonlyMap<string, FlagMeaning> = new Map([
  ['freelunch', { kind: 'free-school-meals', value: 'yes' }],
  ['iep', { kind: 'sen', value: 'plan' }],
  ['504', { kind: 'sen', value: 'support' }],
]);

/** Organisation types of the default list of values. */
export const organisationKinds: ReadonlyMap<string, EntityInput<'Organisation'>['kind']> = new Map([
  ['school', 'school'],
  ['academictrust', 'trust'],
  ['localauthority', 'authority'],
  ['district', 'authority'],
  ['college', 'provider'],
  ['university', 'provider'],
  ['adulteducation', 'provider'],
  ...[
    'campus',
    'department',
    'departmentOfEducation',
    'division',
    'local',
    'ministryOfEducation',
    'municipality',
    'national',
    'program',
    'province',
    'region',
    'researchCenter',
    'state',
  ].map((type) => [type.toLowerCase(), 'other'] as const),
]);

/**
 * Roles of the default list of values: students, posts, and people who are neither. What rank an administrator holds is not said.
 */
export const roleMeanings: ReadonlyMap<string, 'student' | 'none' | Post> = new Map<
  string,
  'student' | 'none' | Post
>([
  ['student', 'student'],
  ['principal', 'head'],
  ...['teacher', 'professor', 'lecturer', 'instructor', 'faculty', 'adjunct', 'substitute'].map(
    (role) => [role.toLowerCase(), 'teacher'] as const,
  ),
  ...[
    'assistant',
    'coach',
    'itAdmin',
    'nurse',
    'occupationalTherapist',
    'officeStaff',
    'paraprofessional',
    'physicalTherapist',
    'specialServices',
    'speechTherapist',
    'teacherAssistant',
    'visionTherapist',
  ].map((role) => [role.toLowerCase(), 'support'] as const),
  ...['administrator', 'advisor', 'affiliate', 'chair', 'proctor', 'researcher', 'staff'].map(
    (role) => [role.toLowerCase(), 'other'] as const,
  ),
  ['alumni', 'none'],
]);

/** Races and ethnicities of the default list of values, which are those of OneRoster. */
export const ethnicities: ReadonlyMap<string, string> = new Map(
  [
    'americanIndianOrAlaskaNative',
    'asian',
    'blackOrAfricanAmerican',
    'nativeHawaiianOrOtherPacificIslander',
    'white',
    'demographicRaceTwoOrMoreRaces',
    'hispanicOrLatinoEthnicity',
  ].map((code) => [code.toLowerCase(), code]),
);

/**
 * The school year that a grade stands for, in the numbering of the jurisdiction; `undefined` for grades that are no year of school, such as `PS1` of
 * higher education.
 */
export function yearGroupOf(grade: string): number | undefined {
  if (/^kg?$/i.test(grade)) return 0;
  const year = Number(/^0?(\d{1,2})$/.exec(grade)?.[1]);
  return year >= 1 && year <= 13 ? year : undefined;
}
