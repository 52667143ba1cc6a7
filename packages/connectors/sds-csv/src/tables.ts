/** The files of SDS 2.1 that are read: columns that must be there, and others that are used. Relationships between people are not read. */
export const tables = {
  orgs: { required: ['sourcedId', 'name', 'type'], optional: ['parentSourcedId'] },
  users: { required: ['sourcedId'], optional: [] },
  roles: {
    required: ['userSourcedId', 'orgSourcedId', 'role'],
    optional: ['sessionSourcedId', 'grade', 'isPrimary', 'roleStartDate', 'roleEndDate'],
  },
  classes: {
    required: ['sourcedId', 'orgSourcedId', 'title'],
    optional: ['sessionSourcedIds', 'courseSourcedId'],
  },
  enrollments: { required: ['classSourcedId', 'userSourcedId', 'role'], optional: [] },
  academicSessions: {
    required: ['sourcedId', 'title', 'type', 'startDate', 'endDate'],
    optional: ['schoolYear'],
  },
  courses: { required: ['sourcedId', 'title'], optional: ['orgSourcedId', 'code', 'subject'] },
  demographics: {
    required: ['userSourcedId'],
    optional: ['sex', 'birthDate', 'ethnicityCodes', 'raceCodes'],
  },
  userFlags: { required: ['userSourcedId', 'flag'], optional: [] },
} as const;

/** A file of SDS 2.1, without its ending. */
export type TableName = keyof typeof tables;

/** Files without which there is no export. */
export const requiredTables = ['orgs', 'users', 'roles'] as const satisfies readonly TableName[];
