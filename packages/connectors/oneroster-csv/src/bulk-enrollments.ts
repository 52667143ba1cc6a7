import type { ReadContext } from '@collegial/connector-kit';
import type { BulkOutcome, BulkRead, BulkValue } from '@collegial/model';
import { openBundles } from './bundle/open-bundles.ts';
import { columnsOf } from './bundle/table-parts.ts';
import type { OneRosterCsvConfig } from './oneroster-csv-config.ts';

/** Roles of the standard by what they are in a class; the maps of OneRoster know the same, which a test shows. */
const roles = {
  student: ['student'],
  teacher: ['teacher', 'principal'],
  other: [
    'administrator',
    'aide',
    'counselor',
    'districtAdministrator',
    'guardian',
    'parent',
    'proctor',
    'relative',
    'siteAdministrator',
    'systemAdministrator',
  ],
} as const;

/** Longest id that stands in other ids as it is. */
const longestId = 120;

const column = (name: string): BulkValue => ({ column: name });
const empty = (name: string) => ({ column: name, isOneOf: [''] });

/**
 * Enrollments for a store that reads files itself: nine tenths of the rows of a bundle. Only a whole file that stands alone, with the roles of the
 * standard; anything else in it – a status, a row without an id, a long id – is for reading row by row.
 */
export async function bulkEnrollments(
  { config, source }: Pick<ReadContext<OneRosterCsvConfig, unknown>, 'config' | 'source'>,
  who: 'student' | 'teacher',
): Promise<BulkRead | undefined> {
  if (config.earlier.length > 0 || Object.keys(config.roles).length > 0) return undefined;
  const bundles = await openBundles(config.path);
  try {
    const found = bundles.all[0]?.table('enrollments');
    if (found?.processing !== 'bulk') return undefined;
    const columns = columnsOf('enrollments', bundles.version);
    const own = (value: BulkValue): BulkValue => ({ join: [{ constant: `${source}:` }, value] });
    const person = (kind: string, name: string): BulkValue =>
      own({ pseudonym: `oneroster-${kind}`, of: own(column(name)) });
    const begin: BulkValue = { day: column('beginDate') };
    const end: BulkValue = { day: column('endDate') };
    const excluded = config.endDates === 'excluded';
    return {
      file: found.source.name,
      bytes: () => bytesOf(config.path),
      required: Object.keys(columns),
      unsuited: [
        empty('sourcedId'),
        { not: empty('status') },
        { not: empty('dateLastModified') },
        { column: 'classSourcedId', isLongerThan: longestId },
      ],
      outcomes: [...outcomesFor(who), ...spanOutcomes(begin, end, excluded)],
      known: [{ column: 'role', words: Object.values(roles).flat() }],
      fields: {
        id: person('enrollment', 'sourcedId'),
        classId: own(column('classSourcedId')),
        ...(who === 'student'
          ? { studentId: person('student', 'userSourcedId') }
          : { staffId: person('staff', 'userSourcedId') }),
        validFrom: begin,
        validTo: excluded ? { dayBefore: end } : end,
      },
    };
  } finally {
    bundles.close();
  }
}

function outcomesFor(who: 'student' | 'teacher'): BulkOutcome[] {
  const reason =
    who === 'student'
      ? 'enrollment of somebody who is no student'
      : 'enrollment of somebody who does not teach';
  return [
    { when: empty('role'), reject: 'An enrollment has no role.', field: 'role' },
    { when: { not: { column: 'role', isOneOf: roles[who] } }, skip: reason },
    { when: empty('classSourcedId'), reject: 'An enrollment names no class.', field: 'class' },
    { when: empty('userSourcedId'), reject: 'An enrollment names no user.', field: 'user' },
  ];
}

function spanOutcomes(begin: BulkValue, end: BulkValue, excluded: boolean): BulkOutcome[] {
  const before: BulkOutcome = {
    when: { value: end, isBefore: begin },
    reject: 'The end lies before the beginning.',
    field: 'endDate',
  };
  if (!excluded) return [before];
  return [{ when: { value: end, isSameAs: begin }, skip: 'enrollment that held on no day' }, before];
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const bundles = await openBundles(path);
  try {
    const found = bundles.all[0]?.table('enrollments');
    if (found !== undefined) yield* found.source.open();
  } finally {
    bundles.close();
  }
}
