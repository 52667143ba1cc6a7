import { lenient } from '@collegial/connector-kit';
import * as z from 'zod';
import { rowsOf } from './read/resolved.ts';

/** Shapes of the resources, with what the connector reads of them: data standards 4 and 5 alike where not said otherwise. */

const { object, text, number, day, flag, list } = lenient;

const inner = <Required extends Record<string, z.ZodType>, Optional extends Record<string, z.ZodType>>(
  required: Required,
  optional: Optional = {} as Optional,
) => object(required, optional);
/** Ids of schools are numbers; districts with leading zeros in theirs write them as text. */
const id = () => z.union([z.int(), z.string().min(1)]).transform(String);

const schoolReference = () => inner({ schoolId: id() });
const studentReference = () => inner({ studentUniqueId: text() });
const organisationReference = () => inner({ educationOrganizationId: id() });
const period = () => inner({ beginDate: day() }, { endDate: day() });

const organisationFields = {
  identificationCodes: list(
    inner({ educationOrganizationIdentificationSystemDescriptor: text(), identificationCode: text() }),
  ),
  addresses: list(
    inner({ city: text() }, { addressTypeDescriptor: text(), latitude: text(), longitude: text() }),
  ),
  operationalStatusDescriptor: text(),
};

export const WireSchool = inner(
  { schoolId: id(), nameOfInstitution: text() },
  {
    ...organisationFields,
    schoolCategories: list(inner({ schoolCategoryDescriptor: text() })),
    schoolTypeDescriptor: text(),
    localEducationAgencyReference: inner({ localEducationAgencyId: id() }),
  },
);
export const WireDistrict = inner(
  { localEducationAgencyId: id(), nameOfInstitution: text() },
  organisationFields,
);

/** Names stay at the server's answer: they are in no shape. */
export const WireStudent = inner(
  { studentUniqueId: text() },
  { birthDate: day(), birthSexDescriptor: text() },
);

export const WireStudentAtOrganisation = inner(
  { studentReference: studentReference(), educationOrganizationReference: organisationReference() },
  {
    sexDescriptor: text(),
    hispanicLatinoEthnicity: flag(),
    // Whole or not at all: what an item that cannot be read leaves out must not look as if it were gone.
    races: z.array(inner({ raceDescriptor: text() })),
    languages: z.array(
      inner({ languageDescriptor: text() }, { uses: z.array(inner({ languageUseDescriptor: text() })) }),
    ),
    studentCharacteristics: z.array(
      inner({ studentCharacteristicDescriptor: text() }, { periods: list(period()) }),
    ),
  },
);

export const WireEnrolment = inner(
  { studentReference: studentReference(), schoolReference: schoolReference(), entryDate: day() },
  {
    exitWithdrawDate: day(),
    exitWithdrawTypeDescriptor: text(),
    entryGradeLevelDescriptor: text(),
    primarySchool: flag(),
    schoolYearTypeReference: inner({ schoolYear: number() }),
  },
);

export const WireStaff = inner({ staffUniqueId: text() });

export const WireAssignment = inner(
  {
    staffReference: inner({ staffUniqueId: text() }),
    educationOrganizationReference: organisationReference(),
    beginDate: day(),
  },
  {
    staffClassificationDescriptor: text(),
    endDate: day(),
    fullTimeEquivalency: number(),
    positionTitle: text(),
    employmentStaffEducationOrganizationEmploymentAssociationReference: inner(
      { educationOrganizationId: id() },
      { employmentStatusDescriptor: text() },
    ),
  },
);

export const WireCourse = inner(
  { courseCode: text(), courseTitle: text() },
  {
    /** Data standard 4. */
    academicSubjectDescriptor: text(),
    /** Data standard 5. */
    academicSubjects: list(inner({ academicSubjectDescriptor: text() })),
  },
);

export const WireSection = inner(
  {
    sectionIdentifier: text(),
    courseOfferingReference: inner({ schoolId: id() }, { localCourseCode: text() }),
  },
  { sectionName: text(), offeredGradeLevels: list(inner({ gradeLevelDescriptor: text() })) },
);

export const WireStudentInSection = inner(
  { studentReference: studentReference(), beginDate: day() },
  { endDate: day() },
);

export const WireStaffInSection = inner(
  { staffReference: inner({ staffUniqueId: text() }), classroomPositionDescriptor: text() },
  { beginDate: day(), endDate: day() },
);

const event = {
  studentReference: studentReference(),
  eventDate: day(),
  attendanceEventCategoryDescriptor: text(),
};
const eventTimes = { eventDuration: number(), arrivalTime: text(), departureTime: text() };
export const WireSchoolEvent = inner({ ...event, schoolReference: schoolReference() }, eventTimes);
export const WireSectionEvent = inner(
  { ...event, sectionReference: inner({ schoolId: id(), sectionIdentifier: text() }) },
  eventTimes,
);

export const WireDisciplineAction = inner(
  {
    studentReference: studentReference(),
    responsibilitySchoolReference: schoolReference(),
    disciplineDate: day(),
    disciplines: z.array(inner({ disciplineDescriptor: text() })),
  },
  {
    actualDisciplineActionLength: number(),
    disciplineActionLength: number(),
    studentDisciplineIncidentBehaviorAssociations: list(
      inner({ studentDisciplineIncidentBehaviorAssociationReference: inner({ behaviorDescriptor: text() }) }),
    ),
  },
);

export const WireStudentAssessment = inner(
  {
    studentReference: studentReference(),
    assessmentReference: inner({ assessmentIdentifier: text() }, { namespace: text() }),
  },
  {
    administrationDate: z
      .string()
      .transform((written) => written.slice(0, 10))
      .pipe(z.iso.date()),
    reportedSchoolReference: schoolReference(),
    scoreResults: list(inner({ assessmentReportingMethodDescriptor: text(), result: text() })),
    performanceLevels: list(
      inner({ assessmentReportingMethodDescriptor: text(), performanceLevelDescriptor: text() }),
    ),
  },
);

export const WireGrade = inner(
  {
    gradeTypeDescriptor: text(),
    studentSectionAssociationReference: inner({ studentUniqueId: text(), schoolId: id() }),
  },
  { currentGradeAsOfDate: day(), letterGradeEarned: text(), numericGradeEarned: number() },
);

/** A school year as the reader put it together from sessions, calendars and calendar dates. */
export const WireSchoolYear = z.object({
  /** Absent when the school is not among those that can be read. */
  organisationId: z.string().optional(),
  schoolYear: z.number(),
  sessions: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
  /** Days by calendar, with the values of their events. */
  calendars: z.array(
    z.object({
      code: z.string(),
      type: z.string().optional(),
      days: z.array(z.tuple([z.string(), z.array(z.string())])),
    }),
  ),
});
export type WireSchoolYear = z.infer<typeof WireSchoolYear>;

/** The shapes of the streams: rows of a resource with what the reader found out, or deletions. */
export const shapes = {
  schools: rowsOf(WireSchool),
  districts: rowsOf(WireDistrict),
  students: rowsOf(WireStudent),
  characteristics: rowsOf(WireStudentAtOrganisation),
  enrolments: rowsOf(WireEnrolment),
  staff: rowsOf(WireStaff),
  assignments: rowsOf(WireAssignment),
  courses: rowsOf(WireCourse),
  sections: rowsOf(WireSection),
  studentsInSections: rowsOf(WireStudentInSection),
  staffInSections: rowsOf(WireStaffInSection),
  schoolEvents: rowsOf(WireSchoolEvent),
  sectionEvents: rowsOf(WireSectionEvent),
  disciplineActions: rowsOf(WireDisciplineAction),
  studentAssessments: rowsOf(WireStudentAssessment),
  grades: rowsOf(WireGrade),
};
