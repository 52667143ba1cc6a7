/** Collections that are read, with the service that each belongs to in 1.2 (1.1 has one service) and the name of one object in an answer. */
export const collections = {
  orgs: { service: 'rostering', one: 'org' },
  academicSessions: { service: 'rostering', one: 'academicSession' },
  users: { service: 'rostering', one: 'user' },
  demographics: { service: 'rostering', one: 'demographics' },
  courses: { service: 'rostering', one: 'course' },
  classes: { service: 'rostering', one: 'class' },
  enrollments: { service: 'rostering', one: 'enrollment' },
  categories: { service: 'gradebook', one: 'category' },
  lineItems: { service: 'gradebook', one: 'lineItem' },
  results: { service: 'gradebook', one: 'result' },
} as const;

export type Collection = keyof typeof collections;
export type Service = (typeof collections)[Collection]['service'];
