import type { EntityInput } from '@collegial/model';

/** Short ways to write the records of small worked examples. */

export const school = (id: string): EntityInput<'Organisation'> => ({ id, kind: 'school', name: `School ${id}` });

export const member = (
  groupId: string,
  organisationId: string,
  spell: Partial<Pick<EntityInput<'GroupMember'>, 'validFrom' | 'validTo' | 'takesPart'>> = {},
): EntityInput<'GroupMember'> => ({
  id: `${groupId} ${organisationId} ${spell.validFrom ?? ''}`,
  groupId,
  organisationId,
  ...spell,
});

export const student = (id: string, more: Partial<EntityInput<'Student'>> = {}): EntityInput<'Student'> => ({ id, ...more });

export const characteristic = (
  studentId: string,
  kind: EntityInput<'StudentCharacteristic'>['kind'],
  value: string,
): EntityInput<'StudentCharacteristic'> => ({ id: `${studentId} ${kind}`, studentId, kind, value });

/** An enrolment from the first day of the academic year 2023/24, or as told. */
export const enrolment = (
  studentId: string,
  organisationId: string,
  more: Partial<EntityInput<'Enrolment'>> = {},
): EntityInput<'Enrolment'> => ({
  id: `${studentId}@${organisationId}`,
  studentId,
  organisationId,
  status: 'current',
  enteredOn: '2023-09-01',
  ...more,
});

/** School days from a day on: Monday to Friday. */
export function schoolDays(from: string, count: number): string[] {
  const days: string[] = [];
  for (let day = new Date(`${from}T00:00:00Z`); days.length < count; day = new Date(day.getTime() + 86_400_000))
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  return days;
}

/** The marks of an enrolment, one code for each half-day session, from a day on: `'//N/'` is two days. */
export function marks(studentId: string, organisationId: string, codes: string, from = '2023-09-04'): EntityInput<'AttendanceMark'>[] {
  const days = schoolDays(from, Math.ceil(codes.length / 2));
  return [...codes].map((code, index) => ({
    enrolmentId: `${studentId}@${organisationId}`,
    organisationId,
    date: days[Math.floor(index / 2)] as string,
    session: index % 2 === 0 ? 'AM' : 'PM',
    code,
  }));
}

/** Qualifications of a made-up board. */
export const qualifications: EntityInput<'Qualification'>[] = (
  [
    ['language', 'english-language', 1],
    ['literature', 'english-literature', 1],
    ['mathematics', 'mathematics', 1],
    ['history', 'ebacc', 1],
    ['french', 'ebacc', 1],
    ['geography', 'ebacc', 1],
    ['computing', 'ebacc', 1],
    ['science', 'ebacc', 2],
    ['art', 'open', 1],
    ['music', 'open', 1],
    ['drama', 'open', 1],
    ['statistics', 'open', 1],
    ['liberal-studies', 'none', 1],
  ] as const
).map(([id, slot, size]) => ({
  id,
  title: id,
  gradeScheme: size === 2 ? 'gcse-combined-science' : 'gcse-9-1',
  size,
  slot,
  discountCode: id,
}));

/** A result of summer 2024, or as told. */
export const result = (
  studentId: string,
  qualificationId: string,
  grade: string,
  more: Partial<EntityInput<'Assessment'>> = {},
): EntityInput<'Assessment'> => ({
  id: `${studentId} ${qualificationId} ${more.takenOn ?? ''} ${grade}`,
  studentId,
  organisationId: 'a',
  kind: 'result',
  qualificationId,
  gradeScheme: qualificationId === 'science' ? 'gcse-combined-science' : 'gcse-9-1',
  grade,
  takenOn: '2024-06-10',
  ...more,
});
