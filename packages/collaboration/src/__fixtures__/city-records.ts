import type { Dataset } from '@collegial/model';
import type { City } from '@collegial/sample-city';

/** Entities that detectors and levels read. */
const wanted = [
  'Organisation',
  'OrganisationLink',
  'SchoolGroup',
  'GroupMember',
  'Calendar',
  'SharingAgreement',
  'Student',
  'Staff',
  'Enrolment',
  'Appointment',
  'Class',
  'ClassEnrolment',
  'Teaching',
  'Transfer',
  'Activity',
  'Participation',
  'Confirmation',
  'ActionLearningSet',
  'AccountOfPractice',
] as const;

/**
 * What detectors read of a city. Marks are those of people who are ever on the roll of a second school as guests or
 * dually registered, at all their schools: those of the others name no other school, and are left out for the sake of time.
 */
export function cityRecords({ dataset }: City): Dataset {
  const records = Object.fromEntries(wanted.map((entity) => [entity, [...dataset[entity]]]));
  const students = new Map([...dataset.Student].map(({ id, linkKey }) => [id, linkKey]));
  const away = new Set(
    [...dataset.Enrolment]
      .filter(({ status }) => status === 'guest' || status === 'subsidiary')
      .map(({ studentId }) => students.get(studentId)),
  );
  const enrolments = new Set(
    [...dataset.Enrolment].filter(({ studentId }) => away.has(students.get(studentId))).map(({ id }) => id),
  );
  const AttendanceMark = [];
  for (const mark of dataset.AttendanceMark) if (enrolments.has(mark.enrolmentId)) AttendanceMark.push(mark);
  return { ...records, AttendanceMark } as Dataset;
}

/** The same city without anything that was planted to be mistaken for collaboration. */
export function withoutLookalikes(records: Dataset, { truth, people }: City): Dataset {
  const { lookalikes } = truth;
  const recruited = new Set(
    [...truth.recruitments, ...truth.redeployments].map(({ teacherNumber, to, on }) => [teacherNumber, to, on].join(' ')),
  );
  const planted = [...truth.negatives, ...truth.moveNegatives].flatMap(({ posts }) => posts);
  const posts = new Set(planted.map(({ appointmentId }) => appointmentId));
  const enrolments = new Set([
    ...lookalikes.neverAttended,
    ...truth.specialPlacements.map(({ subsidiaryEnrolmentId }) => subsidiaryEnrolmentId),
  ]);
  const classes = new Set(lookalikes.collidingClasses);
  const stale = new Set(lookalikes.staleLists);
  return {
    ...records,
    Appointment: [...(records.Appointment ?? [])].filter(
      ({ id, staffId, organisationId, validFrom }) =>
        !posts.has(id) && !recruited.has([people.teacherNumberOf(staffId), organisationId, validFrom].join(' ')),
    ),
    Enrolment: [...(records.Enrolment ?? [])].filter(({ id }) => !enrolments.has(id)),
    AttendanceMark: [...(records.AttendanceMark ?? [])].filter(({ enrolmentId }) => !enrolments.has(enrolmentId)),
    Class: [...(records.Class ?? [])]
      .filter(({ id }) => !classes.has(id))
      .map((item) => (/^\d+$/.test(item.sharedCourseId ?? '') ? { ...item, sharedCourseId: null } : item)),
    ClassEnrolment: [...(records.ClassEnrolment ?? [])].filter(
      ({ id, classId }) => !classes.has(classId) && !stale.has(id),
    ),
    Teaching: [...(records.Teaching ?? [])].filter(({ classId }) => !classes.has(classId)),
    Transfer: [...(records.Transfer ?? [])].filter(
      ({ kind, agreed, toOrganisationId }) =>
        agreed && (kind === 'managed-move' || kind === 'off-site-direction') && toOrganisationId !== 'urn:990070',
    ),
  };
}
