import type { ReadContext } from '@collegial/connector-kit';
import type { BulkOutcome, BulkRead, BulkValue } from '@collegial/model';
import { openBundles } from '../bundle/open-bundles.ts';
import { columnsOf } from '../bundle/table-parts.ts';
import type { OneRosterCsvConfig } from '../oneroster-csv-config.ts';
import { bulkFile } from './bulk-file.ts';
import { column, isEmpty, isLong, ownIn, personIn, unsuitedRows } from './bulk-values.ts';

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

/**
 * Enrollments for a store that reads files itself: nine tenths of the rows of a bundle. Only a whole file that stands alone, with the roles of the
 * standard; anything else in it – a status, a row without an id, a long id, what is no day – is for reading row by row.
 */
export async function bulkEnrollments(
  { config, source }: Pick<ReadContext<OneRosterCsvConfig, unknown>, 'config' | 'source'>,
  who: 'student' | 'teacher',
): Promise<BulkRead | undefined> {
  if (config.earlier.length > 0 || Object.keys(config.roles).length > 0) return undefined;
  const bundles = await openBundles(config.path);
  try {
    const columns = Object.keys(columnsOf('enrollments', bundles.version));
    const file = bulkFile(bundles, config.path, 'enrollments', columns);
    if (file === undefined) return undefined;
    const [own, person] = [ownIn(source), personIn(source)];
    const begin: BulkValue = { day: column('beginDate') };
    const end: BulkValue = { day: column('endDate') };
    const excluded = config.endDates === 'excluded';
    return {
      ...file,
      unsuited: [
        isEmpty('sourcedId'),
        ...unsuitedRows(),
        isLong('classSourcedId'),
        { column: 'beginDate', isNoDay: true },
        { column: 'endDate', isNoDay: true },
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
    { when: isEmpty('role'), reject: 'An enrollment has no role.', field: 'role' },
    { when: { not: { column: 'role', isOneOf: roles[who] } }, skip: reason },
    { when: isEmpty('classSourcedId'), reject: 'An enrollment names no class.', field: 'class' },
    { when: isEmpty('userSourcedId'), reject: 'An enrollment names no user.', field: 'user' },
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
