/** Ways to reach a vendor's records, with the words for people. All but `files` are requests to a server. */
export const accessStyles = {
  bearer: 'A token in the Authorization header',
  'api-key': 'A key in a header of its own',
  basic: 'A user name and a password (HTTP basic)',
  oauth2: 'OAuth 2 client credentials',
  oauth1: 'OAuth 1.0a signatures',
  none: 'A server that asks for nothing',
  files: 'No server: files that are exported (CSV)',
} as const;
export type AccessStyle = keyof typeof accessStyles;

/** Ways in which a server cuts a list into pages. */
export const pagingStyles = {
  offset: 'offset and limit',
  'page-number': 'the number of a page',
  'link-header': 'a Link header names the next page',
  'next-url': 'the body names the URL of the next page',
  'page-token': 'each page gives a token for the next one',
  none: 'lists come whole',
} as const;
export type PagingStyle = keyof typeof pagingStyles;

/** Entities that a scaffold has streams for; more are added by hand in the same way. */
export const scaffoldEntities = {
  Organisation: 'schools',
  Student: 'students',
  Enrolment: 'students on the roll of schools',
  Staff: 'staff',
  Appointment: 'posts of staff',
  Class: 'classes',
  ClassEnrolment: 'students of classes',
  AttendanceMark: 'marks of the register',
} as const;
export type ScaffoldEntity = keyof typeof scaffoldEntities;

/** What is scaffolded when nothing else is said. */
export const defaults = {
  access: 'bearer',
  paging: 'offset',
  entities: ['Organisation', 'Student', 'Enrolment'],
} as const satisfies { access: AccessStyle; paging: PagingStyle; entities: readonly ScaffoldEntity[] };
