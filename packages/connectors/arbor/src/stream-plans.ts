import type { Lookups } from './reading/lookups.ts';
import type { PlainRow } from './reading/plain-row.ts';
import type { Dependency, StreamPlan } from './reading/stream-plan.ts';

/** A code table: when it changes, the stream is read whole. */
const table = (resource: string, ...fields: string[]): Dependency => ({ resource, fields });

/** Records of students' own: what changes in one leads to the student's records in the stream. */
const ofStudent = (resource: string, from: string, ...fields: string[]): Dependency => ({
  resource,
  fields: ['student', ...fields],
  follow: { property: 'student', of: 'Student', from },
});

const person: Dependency = {
  resource: 'Person',
  fields: ['gender', 'dateOfBirth'],
  follow: { property: 'self', of: 'Person', from: 'person' },
};

/** The code by which the Department for Education knows an entry of a table, or Arbor's own. */
const codeOf = (row: PlainRow | undefined, ...names: string[]): unknown =>
  [...names, 'exportCode', 'code']
    .map((name) => row?.[name])
    .find((value) => typeof value === 'string' && value !== '');

const assignments = (
  resource: string,
  status: string,
  statuses: string,
  depends: Dependency,
): StreamPlan => ({
  resource,
  depends: [depends],
  complete: async (row, look) => {
    const found = await look.one(statuses, row[status]);
    return {
      code: codeOf(found, 'd00229'),
      words: found?.[`${status}Name`],
      counts: found?.countsAsSenStatus ?? found?.countsAsInCareStatus,
    };
  },
});

const exclusions = (resource: string, fromDate?: string): StreamPlan => ({
  resource,
  depends: [
    table('ExclusionReason', 'd00024', 'exportCode', 'code'),
    {
      resource: 'ExclusionExclusionReason',
      fields: ['exclusion', 'exclusionType', 'exclusionReason'],
      follow: { property: 'exclusion', of: resource, from: 'self' },
    },
  ],
  complete: async (row, look) => {
    const more = await look.by('ExclusionExclusionReason', 'exclusion', resource, row.id);
    // Fixed period and permanent exclusions are counted apart, and share this table.
    const own = more.filter((one) => one.exclusionType === undefined || one.exclusionType === resource);
    const ids = [row.exclusionReason, ...own.map((one) => one.exclusionReason)];
    const reasons: unknown[] = [];
    for (const id of ids) reasons.push(codeOf(await look.one('ExclusionReason', id), 'd00024'));
    return {
      reasons: reasons.filter((reason) => reason !== undefined),
      ...(fromDate !== undefined && { fromDate: row[fromDate] }),
    };
  },
});

/** Mode of enrolment of a student in each academic year. */
async function modesOf(row: PlainRow, look: Lookups): Promise<unknown[]> {
  const modes: unknown[] = [];
  for (const year of await look.by('AcademicYearEnrolment', 'student', 'Student', row.student))
    for (const mode of await look.by(
      'EnrolmentModeAssignment',
      'academicYearEnrolment',
      'AcademicYearEnrolment',
      year.id,
    ))
      modes.push({
        code: codeOf(await look.one('EnrolmentMode', mode.enrolmentMode), 'd00018'),
        startDate: mode.startDate,
        endDate: mode.endDate,
      });
  return modes;
}

async function yearGroupOf(level: unknown, look: Lookups): Promise<unknown> {
  const found = await look.one('AcademicLevel', level);
  return codeOf(await look.one('CurriculumGrade', found?.curriculumGrade), 'd00020');
}

async function gradesOf(row: PlainRow, look: Lookups): Promise<unknown[]> {
  const grades: unknown[] = [];
  for (const { academicLevel, startDate, endDate } of await look.by(
    'AcademicLevelMembership',
    'student',
    'Student',
    row.student,
  ))
    grades.push({ yearGroup: await yearGroupOf(academicLevel, look), startDate, endDate });
  return grades;
}

const grades = [
  table('AcademicLevel', 'curriculumGrade'),
  table('CurriculumGrade', 'd00020', 'exportCode', 'code'),
];
const nothing = async () => ({});

/** How each stream is read: its resource, and what its records are completed with. */
export const streamPlans = {
  schools: {
    resource: 'EducationalInstitution',
    depends: [table('LocalAuthority', 'authorityCode', 'code')],
    complete: async (row, look) => {
      const authority = await look.one('LocalAuthority', row.localAuthority);
      return { authorityCode: codeOf(authority, 'authorityCode') };
    },
  },
  students: {
    resource: 'Student',
    depends: [
      person,
      table('Gender', 'code'),
      ofStudent('UkDfe_UpnAssignment', 'self', 'upn', 'startDatetime', 'endDatetime', 'isTemporary'),
    ],
    complete: async (row, look) => {
      const human = await look.one('Person', row.person);
      return {
        dateOfBirth: human?.dateOfBirth,
        gender: codeOf(await look.one('Gender', human?.gender)),
        upns: await look.by('UkDfe_UpnAssignment', 'student', 'Student', row.id),
      };
    },
  },
  ethnicity: {
    resource: 'Student',
    depends: [table('Ethnicity', 'd00005', 'exportCode', 'code')],
    complete: async (row, look) => ({
      ethnicityCode: codeOf(await look.one('Ethnicity', row.ethnicity), 'd00005'),
      hasNone: row.ethnicity === null,
    }),
  },
  enrolments: {
    resource: 'EducationalInstitutionEnrolment',
    depends: [
      table('UnenrolmentReason', 'unenrolmentReason'),
      ofStudent('AcademicYearEnrolment', 'student'),
      table('EnrolmentModeAssignment', 'academicYearEnrolment', 'enrolmentMode', 'startDate', 'endDate'),
      table('EnrolmentMode', 'd00018', 'exportCode', 'code'),
      ofStudent('AcademicLevelMembership', 'student', 'academicLevel', 'startDate', 'endDate'),
      ...grades,
    ],
    complete: async (row, look) => ({
      reason: (await look.one('UnenrolmentReason', row.unenrolmentReason))?.unenrolmentReason,
      modes: await modesOf(row, look),
      grades: await gradesOf(row, look),
    }),
  },
  'special-needs': assignments(
    'SenStatusAssignment',
    'senStatus',
    'SenStatus',
    table('SenStatus', 'd00229', 'exportCode', 'code', 'senStatusName', 'countsAsSenStatus'),
  ),
  'looked-after': assignments(
    'InCareStatusAssignment',
    'inCareStatus',
    'InCareStatus',
    table('InCareStatus', 'code', 'inCareStatusName', 'countsAsInCareStatus'),
  ),
  'pupil-premium': { resource: 'UkDfe_PupilPremiumRecipient', depends: [], complete: nothing },
  'free-school-meals': {
    resource: 'EligibilityRecord',
    depends: [
      table('Eligibility', 'code', 'eligibilityName'),
      {
        resource: 'Student',
        fields: ['person'],
        follow: { property: 'person', of: 'Person', from: 'person' },
      },
    ],
    complete: async (row, look) => {
      const eligibility = await look.one('Eligibility', row.eligibility);
      const [student] = await look.by('Student', 'person', 'Person', row.person);
      return { code: eligibility?.code, words: eligibility?.eligibilityName, student: student?.id };
    },
  },
  staff: { resource: 'Staff', depends: [], complete: nothing },
  appointments: {
    resource: 'StaffContractPost',
    depends: [
      {
        resource: 'StaffContract',
        fields: ['staff', 'staffEmploymentType'],
        follow: { property: 'self', of: 'StaffContract', from: 'staffContract' },
      },
      table('StaffEmploymentType', 'employmentTypeName', 'code'),
      {
        resource: 'Position',
        fields: ['positionName', 'expectedHoursPerWeek', 'fteHoursPerWeek'],
        follow: { property: 'self', of: 'Position', from: 'position' },
      },
    ],
    complete: async (row, look) => {
      const contract = await look.one('StaffContract', row.staffContract);
      const type = await look.one('StaffEmploymentType', contract?.staffEmploymentType);
      const { positionName, expectedHoursPerWeek, fteHoursPerWeek } = (await look.one(
        'Position',
        row.position,
      )) ?? { id: '' };
      return {
        staff: contract?.staff,
        employmentType: type?.employmentTypeName ?? type?.code,
        positionName,
        expectedHoursPerWeek,
        fteHoursPerWeek,
      };
    },
  },
  subjects: { resource: 'Subject', depends: [], complete: nothing },
  classes: {
    resource: 'AcademicUnit',
    depends: grades,
    complete: async (row, look) => ({ yearGroup: await yearGroupOf(row.academicLevel, look) }),
  },
  'class-students': { resource: 'AcademicUnitEnrolment', depends: [], complete: nothing },
  'class-teachers': { resource: 'AcademicUnitLead', depends: [], complete: nothing },
  calendar: {
    resource: 'AcademicYear',
    depends: [
      table('Term', 'academicYear', 'termName', 'startDate', 'endDate'),
      table('AcademicHoliday', 'holidayLabel', 'startDate', 'endDate'),
    ],
    complete: async (row, look) => {
      const within = (one: PlainRow) =>
        String(one.startDate) <= String(row.endDate) && String(one.endDate) >= String(row.startDate);
      return {
        terms: [...(await look.all('Term')).values()].filter((term) => term.academicYear === row.id),
        holidays: [...(await look.all('AcademicHoliday')).values()].filter(within),
      };
    },
  },
  attendance: {
    resource: 'AttendanceRollCallRecord',
    depends: [
      table('AttendanceRollCall', 'code', 'name', 'shortName'),
      table(
        'AttendanceMark',
        'code',
        'attendanceMark',
        'isLegalPresent',
        'isLegalApprovedEducationalActivity',
        'isLegalNotRequired',
        'isLegalAbsent',
        'isStatisticalPresent',
        'isStatisticalAuthorizedAbsent',
        'isStatisticalUnauthorizedAbsent',
        'isStatisticalApprovedEducationalActivity',
        'isStatisticalPossibleAttendance',
      ),
      ofStudent('EducationalInstitutionEnrolment', 'student', 'entryDate', 'leavingDate'),
    ],
    search: ({ attendance: { from, to } }) => ({
      'filters.recordDate.from': from,
      'filters.recordDate.to': to,
    }),
    completeGone: true,
    complete: async (row, look) => {
      const call = (await look.all('AttendanceRollCall')).get(String(row.attendanceRollCall));
      return {
        rollCall: call && [call.code, call.shortName, call.name].filter(Boolean).join(' '),
        mark: (await look.all('AttendanceMark')).get(String(row.attendanceMark)),
        enrolments: await look.by('EducationalInstitutionEnrolment', 'student', 'Student', row.student),
      };
    },
  },
  suspensions: exclusions('FixedPeriodExclusion'),
  'permanent-exclusions': exclusions('PermanentExclusion'),
} as const satisfies Readonly<Record<string, StreamPlan>>;
