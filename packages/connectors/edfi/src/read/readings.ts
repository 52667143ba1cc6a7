import type { Search } from '../service/read-list.ts';
import { type Directory, field, type KnownEnrolment, keyOf, offeringKey } from './directory.ts';
import type { Again, NaturalRemoval, Reading } from './reading.ts';
import type { Resolved } from './resolved.ts';

type Json = Readonly<Record<string, unknown>>;

const ofStudent = async (row: Json, directory: Directory): Promise<Resolved> => ({
  student: await directory.guidOf('students', row.studentReference),
});

async function organisationOf(
  directory: Directory,
  source: string,
  id: string | undefined,
): Promise<string | undefined> {
  return id === undefined ? undefined : ((await directory.organisations()).get(id) ?? `${source}:${id}`);
}

/** A school must be among those that can be read: otherwise its id is not known. */
async function schoolOf(directory: Directory, id: string | undefined): Promise<string | undefined> {
  return id === undefined ? undefined : (await directory.organisations()).get(id);
}

/** Filter by a student, from a row or from the values of a key. */
const byStudent = (row: Json): Search | undefined => {
  const studentUniqueId = field(row, 'studentUniqueId') ?? field(row, 'studentReference', 'studentUniqueId');
  return studentUniqueId === undefined ? undefined : { studentUniqueId };
};

const byStudentAndSchool = (row: Json): Search | undefined => {
  const schoolId = field(row, 'schoolId') ?? field(row, 'schoolReference', 'schoolId');
  const search = byStudent(row);
  return schoolId === undefined || search === undefined ? undefined : { ...search, schoolId };
};

const byOffering = (row: Json): Search | undefined => {
  const localCourseCode = field(row, 'localCourseCode');
  const session = row.sessionReference ?? row;
  const [schoolId, schoolYear, sessionName] = ['schoolId', 'schoolYear', 'sessionName'].map((name) =>
    field(session, name),
  );
  if (localCourseCode === undefined || schoolId === undefined) return undefined;
  return { localCourseCode, schoolId, schoolYear, sessionName };
};

/** Which enrolment of the student at the school covers a day: of several, the one that began last. */
function enrolmentOn(enrolments: readonly KnownEnrolment[], date: string): KnownEnrolment | undefined {
  return enrolments
    .filter(({ from, to }) => from <= date && (to === undefined || date <= to))
    .reduce<KnownEnrolment | undefined>(
      (latest, one) =>
        latest === undefined || one.from > latest.from || (one.from === latest.from && one.guid > latest.guid)
          ? one
          : latest,
      undefined,
    );
}

async function attendance(
  row: Json,
  reference: unknown,
  directory: Directory,
  again: Again | undefined,
): Promise<Resolved> {
  const school = field(reference, 'schoolId');
  const pair = keyOf(field(row, 'studentReference', 'studentUniqueId'), school);
  const date = field(row, 'eventDate')?.slice(0, 10) ?? '';
  const enrolments = (pair === undefined ? undefined : (await directory.enrolments()).get(pair)) ?? [];
  const enrolment = enrolmentOn(enrolments, date);
  const others =
    again === undefined || pair === undefined
      ? []
      : [...enrolments.map(({ guid }) => guid), ...(again.goneEnrolments.get(pair) ?? [])].filter(
          (guid) => guid !== enrolment?.guid,
        );
  return {
    enrolment: enrolment?.guid,
    otherEnrolments: [...new Set(others)],
    organisationId: await schoolOf(directory, school),
  };
}

/** A mark whose event is gone: it may be stored under any enrolment of the student at the school, and another event of the day may take its place. */
async function goneEvent(
  key: Json,
  directory: Directory,
  again: Again,
  and: Search,
): Promise<NaturalRemoval | undefined> {
  const search = byStudentAndSchool(key);
  const date = field(key, 'eventDate')?.slice(0, 10);
  const pair = keyOf(field(key, 'studentUniqueId'), field(key, 'schoolId'));
  if (search === undefined || date === undefined || pair === undefined) return undefined;
  const known = (await directory.enrolments()).get(pair) ?? [];
  const enrolments = [...known.map(({ guid }) => guid), ...(again.goneEnrolments.get(pair) ?? [])];
  return { enrolments: [...new Set(enrolments)], search: { ...search, eventDate: date, ...and } };
}

/** How the resources are read; `source` names organisations that are no known school or district. */
export const readings = (source: string) =>
  ({
    students: {
      resource: 'students',
      follows: { studentEducationOrganizationAssociations: byStudent },
      resolve: async (row, directory) => ({
        sexDescriptor: (await directory.sexes()).get(field(row, 'studentUniqueId') ?? ''),
      }),
    },
    characteristics: { resource: 'studentEducationOrganizationAssociations', resolve: ofStudent },
    enrolments: {
      resource: 'studentSchoolAssociations',
      resolve: async (row, directory) => ({
        ...(await ofStudent(row, directory)),
        organisationId: await schoolOf(directory, field(row, 'schoolReference', 'schoolId')),
      }),
    },
    staff: { resource: 'staffs' },
    assignments: {
      resource: 'staffEducationOrganizationAssignmentAssociations',
      resolve: async (row, directory) => ({
        staff: await directory.guidOf('staffs', row.staffReference),
        organisationId: await organisationOf(
          directory,
          source,
          field(row, 'educationOrganizationReference', 'educationOrganizationId'),
        ),
        relatedId: await organisationOf(
          directory,
          source,
          field(
            row,
            'employmentStaffEducationOrganizationEmploymentAssociationReference',
            'educationOrganizationId',
          ),
        ),
      }),
    },
    courses: {
      resource: 'courses',
      resolve: async (row, directory) => ({
        organisationId: await organisationOf(
          directory,
          source,
          field(row, 'educationOrganizationReference', 'educationOrganizationId'),
        ),
      }),
    },
    sections: {
      resource: 'sections',
      follows: { courseOfferings: byOffering },
      resolve: async (row, directory) => {
        const offering = (await directory.offerings()).get(offeringKey(row.courseOfferingReference) ?? '');
        return {
          organisationId: await schoolOf(directory, field(row, 'courseOfferingReference', 'schoolId')),
          course: offering?.course,
          courseTitle: offering?.title,
        };
      },
    },
    studentsInSections: {
      resource: 'studentSectionAssociations',
      resolve: async (row, directory) => ({
        ...(await ofStudent(row, directory)),
        section: await directory.guidOf('sections', row.sectionReference),
      }),
    },
    staffInSections: {
      resource: 'staffSectionAssociations',
      resolve: async (row, directory) => ({
        staff: await directory.guidOf('staffs', row.staffReference),
        section: await directory.guidOf('sections', row.sectionReference),
      }),
    },
    schoolEvents: {
      resource: 'studentSchoolAttendanceEvents',
      follows: { studentSchoolAssociations: byStudentAndSchool },
      resolve: (row, directory, again) => attendance(row, row.schoolReference, directory, again),
      byNaturalKey: (key, directory, again) => goneEvent(key, directory, again, {}),
      partialKey: (row) =>
        typeof row.eventDuration === 'number' && row.eventDuration <= 0.5
          ? { ...byStudentAndSchool(row), eventDate: field(row, 'eventDate') }
          : undefined,
    },
    sectionEvents: {
      resource: 'studentSectionAttendanceEvents',
      follows: { studentSchoolAssociations: byStudentAndSchool },
      resolve: async (row, directory, again) => ({
        ...(await attendance(row, row.sectionReference, directory, again)),
        section: await directory.guidOf('sections', row.sectionReference),
      }),
      byNaturalKey: (key, directory, again) =>
        goneEvent(key, directory, again, { sectionIdentifier: field(key, 'sectionIdentifier') }),
    },
    disciplineActions: {
      resource: 'disciplineActions',
      resolve: async (row, directory) => ({
        ...(await ofStudent(row, directory)),
        organisationId: await schoolOf(directory, field(row, 'responsibilitySchoolReference', 'schoolId')),
      }),
    },
    studentAssessments: {
      resource: 'studentAssessments',
      resolve: async (row, directory) => ({
        ...(await ofStudent(row, directory)),
        organisationId: await schoolOf(directory, field(row, 'reportedSchoolReference', 'schoolId')),
      }),
    },
    grades: {
      resource: 'grades',
      resolve: async (row, directory) => {
        const section = row.studentSectionAssociationReference;
        const period = row.gradingPeriodReference;
        const periodKey = (name: string) =>
          keyOf(
            field(period, 'schoolId'),
            field(period, 'schoolYear'),
            field(period, 'gradingPeriodDescriptor'),
            field(period, name),
          );
        const ends = await directory.gradingPeriods();
        return {
          // The link of this reference leads to the student's place in the section, not to the student.
          student: await directory.guidOf('students', { studentUniqueId: field(section, 'studentUniqueId') }),
          organisationId: await schoolOf(directory, field(section, 'schoolId')),
          course: (await directory.offerings()).get(offeringKey(section) ?? '')?.course,
          endsOn:
            ends.get(periodKey('gradingPeriodName') ?? '') ?? ends.get(periodKey('periodSequence') ?? ''),
        };
      },
    },
  }) satisfies Record<string, Reading>;
