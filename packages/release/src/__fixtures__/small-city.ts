import type { Dataset, EntityInput } from '@collegial/model';

/** What a school of the small city is like; students are numbered from 0. */
export interface SmallSchool {
  readonly id: string;
  readonly students: number;
  /** So many of them, the first ones, miss half of their sessions. */
  readonly absent: number;
}

/**
 * Schools in a group `G` with an agreement, each with students on roll in 2023/24, five days of registers in September
 * and a shared teacher between the first two.
 */
export function smallCity(schools: readonly SmallSchool[], change: Partial<Dataset> = {}): Dataset {
  const ids = schools.map(({ id }) => id);
  const people = schools.flatMap(({ id, students, absent }) =>
    Array.from({ length: students }, (_, number) => ({ school: id, number, id: `student-${id}-${number}`, absent: number < absent })),
  );
  return {
    Organisation: [
      ...ids.map((id) => ({ id, kind: 'school' as const, name: `School ${id}` })),
      { id: 'trust-1', kind: 'trust' as const, name: 'First trust' },
    ],
    OrganisationLink: ids.map((id) => ({
      id: `link-${id}`,
      organisationId: id,
      relatedId: 'trust-1',
      kind: 'trust' as const,
      validFrom: '2020-09-01',
    })),
    SchoolGroup: [{ id: 'G', name: 'Group G' }],
    GroupMember: ids.map((id) => ({ id: `member-${id}`, groupId: 'G', organisationId: id })),
    SharingAgreement: [
      {
        id: 'agreement',
        title: 'Sharing',
        organisationIds: ids,
        purposes: ['collaboration', 'student-experience'],
        validFrom: '2020-09-01',
      },
    ],
    Student: people.map(({ id, number }) => ({ id, sex: number % 2 === 0 ? 'F' : 'M' })),
    Enrolment: people.map(({ id, school }) => ({
      id: `enrolment-${id}`,
      studentId: id,
      organisationId: school,
      status: 'current' as const,
      enteredOn: '2023-09-01',
      yearGroup: 10,
      yearGroupIn: 2023,
    })),
    AttendanceMark: people.flatMap(({ id, school, absent }) =>
      ['2023-09-04', '2023-09-05', '2023-09-06', '2023-09-07', '2023-09-08'].flatMap((date) =>
        (['AM', 'PM'] as const).map(
          (session): EntityInput<'AttendanceMark'> => ({
            enrolmentId: `enrolment-${id}`,
            organisationId: school,
            date,
            session,
            code: absent && session === 'PM' ? 'O' : '/',
          }),
        ),
      ),
    ),
    Staff: [{ id: 'staff-1', linkKey: 'teacher-1' }, { id: 'staff-2', linkKey: 'teacher-1' }],
    Appointment: [
      { id: 'appointment-1', staffId: 'staff-1', organisationId: ids[0] ?? '', role: 'teacher', kind: 'permanent', fte: 0.8, validFrom: '2022-09-01' },
      { id: 'appointment-2', staffId: 'staff-2', organisationId: ids[1] ?? '', role: 'teacher', kind: 'permanent', fte: 0.25, validFrom: '2022-09-01' },
    ],
    Activity: [
      { id: 'activity-1', kind: 'course-places', title: 'Drama', startsOn: '2023-10-02', recordedById: ids[0] ?? null },
    ],
    Participation: [
      { id: 'part-1', activityId: 'activity-1', organisationId: ids[0] ?? '', role: 'provider', places: 7 },
      { id: 'part-2', activityId: 'activity-1', organisationId: ids.at(-1) ?? '', role: 'recipient' },
    ],
    Confirmation: [
      { id: 'word-1', activityId: 'activity-1', organisationId: ids.at(-1) ?? '', verdict: 'confirmed', decidedOn: '2023-10-09' },
    ],
    SchoolMeasure: ids.map((id, index) => ({
      organisationId: id,
      academicYear: 2022,
      measure: 'attainment-8',
      publication: 'ks4-final',
      value: index === 0 ? null : 40 + index,
      symbol: index === 0 ? 'SUPP' : null,
      denominator: index === 0 ? null : 100,
    })),
    ...change,
  };
}

/** Four schools, of which `a` has three persistent absentees and `b` eight: both small counts. */
export const fourSchools: readonly SmallSchool[] = [
  { id: 'a', students: 40, absent: 3 },
  { id: 'b', students: 44, absent: 8 },
  { id: 'c', students: 50, absent: 15 },
  { id: 'd', students: 60, absent: 22 },
];
