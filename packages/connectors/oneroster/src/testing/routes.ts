import type { Stored, World } from './world.ts';

/** What a path asks for. */
export interface Route {
  /** Collection that the rows come from; scopes and refusals go by it. */
  readonly collection: string;
  readonly rows: readonly Stored[];
  /** Names of the list and of one object in an answer. */
  readonly many: string;
  readonly one: string;
  /** True when the path names one object. */
  readonly single: boolean;
}

const names: Readonly<Record<string, string>> = {
  orgs: 'org',
  academicSessions: 'academicSession',
  users: 'user',
  demographics: 'demographics',
  courses: 'course',
  classes: 'class',
  enrollments: 'enrollment',
  categories: 'category',
  lineItems: 'lineItem',
  results: 'result',
};

const gradebook: ReadonlySet<string> = new Set(['categories', 'lineItems', 'results']);

/** Paths that are a part of a collection. */
const parts: Readonly<Record<string, { of: string; keep: (row: Stored['row']) => boolean }>> = {
  schools: { of: 'orgs', keep: ({ type }) => type === 'school' },
  terms: { of: 'academicSessions', keep: ({ type }) => type === 'term' },
  gradingPeriods: { of: 'academicSessions', keep: ({ type }) => type === 'gradingPeriod' },
  students: { of: 'users', keep: (row) => hasRole(row, 'student') },
  teachers: { of: 'users', keep: (row) => hasRole(row, 'teacher') },
};

/** The service that a collection belongs to in 1.2. */
export function serviceOf(collection: string): 'rostering' | 'gradebook' {
  return gradebook.has(collection) ? 'gradebook' : 'rostering';
}

/** What a path below the base of a service asks for; `undefined` when there is no such thing. */
export function routeOf(path: readonly string[], world: World): Route | undefined {
  const [first = '', id, second, itemId, third] = path;
  if (first === 'classes' && second === 'lineItems' && third === 'results' && path.length === 5)
    return listOf('results', world, (row) => refersTo(row, 'lineItem', itemId ?? ''));
  if (path.length > 2) return undefined;
  const part = Object.hasOwn(parts, first) ? parts[first] : undefined;
  const route = listOf(part?.of ?? first, world, part?.keep);
  if (route === undefined || id === undefined) return route;
  return { ...route, single: true, rows: route.rows.filter(({ row }) => row.sourcedId === id) };
}

function listOf(
  collection: string,
  world: World,
  keep: (row: Stored['row']) => boolean = () => true,
): Route | undefined {
  const stored = world.collection(collection);
  const one = Object.hasOwn(names, collection) ? names[collection] : undefined;
  if (stored === undefined || one === undefined) return undefined;
  const rows = [...stored.values()].filter(({ row }) => keep(row));
  return { collection, rows, many: collection, one, single: false };
}

function hasRole(row: Stored['row'], role: string): boolean {
  const roles = row.roles as readonly { role: string }[] | undefined;
  return row.role === role || roles?.some((one) => one.role === role) === true;
}

function refersTo(row: Stored['row'], field: string, sourcedId: string): boolean {
  return (row[field] as { sourcedId?: string } | undefined)?.sourcedId === sourcedId;
}
