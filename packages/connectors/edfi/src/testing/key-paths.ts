const student = ['studentReference', 'studentUniqueId'];
const staff = ['staffReference', 'staffUniqueId'];
const school = ['schoolReference', 'schoolId'];
const organisation = ['educationOrganizationReference', 'educationOrganizationId'];
const year = ['schoolYearTypeReference', 'schoolYear'];
const inside = (reference: string, ...names: readonly string[]) => names.map((name) => [reference, name]);
const section = inside(
  'sectionReference',
  'localCourseCode',
  'schoolId',
  'schoolYear',
  'sectionIdentifier',
  'sessionName',
);
const session = inside('sessionReference', 'schoolId', 'schoolYear', 'sessionName');
const eventOf = [['attendanceEventCategoryDescriptor'], ['eventDate'], student];

/** Where the natural key of each resource is in its rows. */
export const keyPaths: Readonly<Record<string, readonly (readonly string[])[]>> = {
  schools: [['schoolId']],
  localEducationAgencies: [['localEducationAgencyId']],
  students: [['studentUniqueId']],
  staffs: [['staffUniqueId']],
  studentSchoolAssociations: [['entryDate'], school, student],
  studentEducationOrganizationAssociations: [organisation, student],
  staffEducationOrganizationAssignmentAssociations: [
    ['beginDate'],
    organisation,
    ['staffClassificationDescriptor'],
    staff,
  ],
  courses: [['courseCode'], organisation],
  courseOfferings: [['localCourseCode'], ...session],
  sections: [
    ['sectionIdentifier'],
    ...inside('courseOfferingReference', 'localCourseCode', 'schoolId', 'schoolYear', 'sessionName'),
  ],
  studentSectionAssociations: [['beginDate'], ...section, student],
  staffSectionAssociations: [['beginDate'], ...section, staff],
  sessions: [['sessionName'], school, year],
  calendars: [['calendarCode'], school, year],
  calendarDates: [['date'], ...inside('calendarReference', 'calendarCode', 'schoolId', 'schoolYear')],
  gradingPeriods: [['gradingPeriodDescriptor'], ['periodSequence'], school, year],
  studentSchoolAttendanceEvents: [
    ...eventOf,
    school,
    ...inside('sessionReference', 'schoolYear', 'sessionName'),
  ],
  studentSectionAttendanceEvents: [...eventOf, ...section],
  disciplineActions: [['disciplineActionIdentifier'], ['disciplineDate'], student],
  studentAssessments: [
    ['studentAssessmentIdentifier'],
    ...inside('assessmentReference', 'assessmentIdentifier', 'namespace'),
    student,
  ],
  grades: [
    ['gradeTypeDescriptor'],
    ...inside('gradingPeriodReference', 'gradingPeriodDescriptor', 'periodSequence'),
    ...inside(
      'studentSectionAssociationReference',
      'beginDate',
      'localCourseCode',
      'schoolId',
      'schoolYear',
      'sectionIdentifier',
      'sessionName',
      'studentUniqueId',
    ),
  ],
};

/** Which resource a reference names, where the server writes links; its key is the rest of the reference. */
export const linked: Readonly<Record<string, string>> = {
  studentReference: 'students',
  staffReference: 'staffs',
  schoolReference: 'schools',
  responsibilitySchoolReference: 'schools',
  reportedSchoolReference: 'schools',
  localEducationAgencyReference: 'localEducationAgencies',
  sectionReference: 'sections',
  courseReference: 'courses',
  courseOfferingReference: 'courseOfferings',
  sessionReference: 'sessions',
  calendarReference: 'calendars',
};
