import type { EntityInput } from '@collegial/model';
import {
  descriptor,
  staffUniqueIdOf,
  studentUniqueIdOf,
  valueFor,
  type WireContext,
  type WireEntry,
} from './wire-context.ts';
import type { WireRow } from './world.ts';

/** A course. */
export function subjectRows(context: WireContext, record: EntityInput<'Subject'>): WireEntry[] {
  const subject = { academicSubjectDescriptor: descriptor('AcademicSubject', record.name) };
  return [
    {
      resource: 'courses',
      id: record.id,
      row: {
        ...courseKey(context, record.id),
        courseTitle: record.name.slice(0, 60),
        numberOfParts: 1,
        identificationCodes: [
          {
            courseIdentificationSystemDescriptor: descriptor('CourseIdentificationSystem', 'LEA course code'),
            identificationCode: record.id.slice(0, 60),
          },
        ],
        ...(context.dataStandard === 4 ? subject : { academicSubjects: [subject] }),
      },
    },
  ];
}

/** Courses belong to the first district: the city's subjects are everybody's. */
function courseKey(context: WireContext, id: string) {
  const owner = context.record('Subject', id)?.organisationId;
  const district = [...context.records('Organisation')].find(({ kind }) => kind === 'authority')?.id;
  const educationOrganizationId = context.number(owner ?? district ?? 'district');
  return { courseCode: id.slice(0, 60), educationOrganizationReference: { educationOrganizationId } };
}

/** A section and its course offering. */
export function classRows(context: WireContext, record: EntityInput<'Class'>): WireEntry[] {
  const schoolId = context.number(record.organisationId);
  const section = sectionOf(context, record.id);
  const { localCourseCode, schoolYear, sessionName } = section;
  const sessionReference = { schoolId, schoolYear, sessionName };
  const course = record.subjectId == null ? undefined : courseKey(context, record.subjectId);
  const row: WireRow = {
    localCourseCode,
    schoolReference: { schoolId },
    sessionReference,
    courseReference: {
      courseCode: course?.courseCode ?? 'none',
      educationOrganizationId: course?.educationOrganizationReference.educationOrganizationId ?? schoolId,
    },
  };
  return [
    {
      resource: 'courseOfferings',
      id: `${schoolId} ${localCourseCode} ${sessionName} ${schoolYear}`,
      shared: true,
      row,
    },
    {
      resource: 'sections',
      id: record.id,
      row: {
        sectionIdentifier: section.sectionIdentifier,
        sectionName: record.name.slice(0, 100),
        courseOfferingReference: { localCourseCode, ...sessionReference },
        ...(record.yearGroup != null && {
          offeredGradeLevels: [
            { gradeLevelDescriptor: descriptor('GradeLevel', valueFor('GradeLevel', record.yearGroup)) },
          ],
        }),
      },
    },
  ];
}

/** Key of a class as a section. */
function sectionOf(context: WireContext, classId: string) {
  const record = context.record('Class', classId);
  const calendar = [...context.records('Calendar')].find(
    ({ organisationId }) => organisationId === record?.organisationId,
  );
  return {
    localCourseCode: (record?.subjectId ?? 'course').slice(0, 60),
    schoolId: context.number(record?.organisationId ?? 'school'),
    schoolYear: (calendar?.academicYear ?? 2022) + 1,
    sectionIdentifier: classId.slice(0, 255),
    sessionName: calendar?.terms[0]?.name ?? 'Year',
  };
}

/** A student in a section. */
export function classEnrolmentRows(context: WireContext, record: EntityInput<'ClassEnrolment'>): WireEntry[] {
  return [
    {
      resource: 'studentSectionAssociations',
      id: record.id,
      row: {
        beginDate: record.validFrom ?? '2022-09-01',
        ...(record.validTo != null && { endDate: record.validTo }),
        sectionReference: sectionOf(context, record.classId),
        studentReference: { studentUniqueId: studentUniqueIdOf(context, record.studentId) },
      },
    },
  ];
}

/** A teacher of a section. */
export function teachingRows(context: WireContext, record: EntityInput<'Teaching'>): WireEntry[] {
  return [
    {
      resource: 'staffSectionAssociations',
      id: record.id,
      row: {
        beginDate: record.validFrom ?? '2022-09-01',
        ...(record.validTo != null && { endDate: record.validTo }),
        sectionReference: sectionOf(context, record.classId),
        staffReference: { staffUniqueId: staffUniqueIdOf(context, record.staffId) },
        classroomPositionDescriptor: descriptor('ClassroomPosition', 'Teacher of Record'),
      },
    },
  ];
}
