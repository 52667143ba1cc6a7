/** Version of OneRoster that a bundle says it has. */
export type OneRosterVersion = '1.1' | '1.2';

/** A file of a OneRoster bundle. */
export interface TableDefinition {
  /** Version in which it came. */
  readonly since: OneRosterVersion;
  /** Columns that each row must fill; those of another version are not asked for. */
  readonly required: readonly string[];
  /** Other columns that are used. */
  readonly optional: readonly string[];
}

const table = (
  required: readonly string[],
  optional: readonly string[] = [],
  since: OneRosterVersion = '1.1',
): TableDefinition => ({ since, required: ['sourcedId', ...required], optional });

/**
 * The files that this connector reads, with the columns that it uses. Columns that are not named here are not read: names, addresses, passwords.
 *
 * Source: 1EdTech OneRoster 1.1 CSV tables and OneRoster 1.2 CSV binding.
 */
export const tables = {
  orgs: table(['name', 'type'], ['identifier', 'parentSourcedId']),
  academicSessions: table(['title', 'type', 'startDate', 'endDate'], ['schoolYear']),
  courses: table(['title'], ['courseCode', 'orgSourcedId', 'subjects', 'subjectCodes']),
  classes: table(['title', 'schoolSourcedId'], ['courseSourcedId', 'grades', 'classCode', 'termSourcedIds']),
  users: table(
    ['enabledUser'],
    [
      'role',
      'orgSourcedIds',
      'primaryOrgSourcedId',
      'userIds',
      'identifier',
      'userMasterIdentifier',
      'grades',
    ],
  ),
  roles: table(['userSourcedId', 'roleType', 'role', 'orgSourcedId'], ['beginDate', 'endDate'], '1.2'),
  demographics: table(
    [],
    [
      'birthDate',
      'sex',
      'americanIndianOrAlaskaNative',
      'asian',
      'blackOrAfricanAmerican',
      'nativeHawaiianOrOtherPacificIslander',
      'white',
      'demographicRaceTwoOrMoreRaces',
      'hispanicOrLatinoEthnicity',
    ],
  ),
  enrollments: table(
    ['classSourcedId', 'userSourcedId', 'role'],
    ['schoolSourcedId', 'beginDate', 'endDate'],
  ),
  categories: table(['title']),
  lineItems: table(
    ['title', 'classSourcedId'],
    ['categorySourcedId', 'schoolSourcedId', 'resultValueMin', 'resultValueMax'],
  ),
  results: table(
    ['lineItemSourcedId', 'studentSourcedId'],
    ['scoreStatus', 'score', 'scoreDate', 'textScore'],
  ),
} as const satisfies Record<string, TableDefinition>;

/** A file that this connector reads. */
export type TableName = keyof typeof tables;

/** Every file that the standard knows; those that are not read are passed over. */
export const knownFiles: readonly string[] = [
  ...Object.keys(tables),
  'classResources',
  'courseResources',
  'resources',
  'userProfiles',
  'userResources',
  'scoreScales',
  'lineItemLearningObjectiveIds',
  'lineItemScoreScales',
  'resultLearningObjectiveIds',
  'resultScoreScales',
];
