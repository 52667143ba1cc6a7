import { isStaff, standardRoles } from '@collegial/connector-oneroster/mapping';
import type { BulkOutcome, BulkRead, BulkValue } from '@collegial/model';
import { openBundles } from '../bundle/open-bundles.ts';
import type { JoinContext } from '../joins.ts';
import { ethnicityFlags } from '../wire/packed-demographics.ts';
import { type BulkUserFiles, type BulkUserNeeds, bulkUserFiles } from './bulk-user-files.ts';
import { column, personIn } from './bulk-values.ts';

/** What the streams of users are told. */
export type BulkUserContext = Omit<JoinContext, 'bundles'>;

/** What a stream makes of users. */
export type BulkUsers = Pick<BulkRead, 'fields' | 'outcomes' | 'known' | 'unsuited'>;

/** Users for a store that reads files itself; each stream says what it makes of them. Anything that is not plain is for reading row by row. */
export async function bulkUsers(
  context: BulkUserContext,
  needs: BulkUserNeeds,
  makeOf: (files: BulkUserFiles, context: JoinContext) => BulkUsers | Promise<BulkUsers | undefined>,
): Promise<BulkRead | undefined> {
  const { config } = context;
  if (config.earlier.length > 0) return undefined;
  const bundles = await openBundles(config.path);
  try {
    const files = bulkUserFiles(bundles, config, needs);
    const users = files && (await makeOf(files, { ...context, bundles }));
    if (files === undefined || users === undefined) return undefined;
    return { ...files.read, ...users, unsuited: [...(files.read.unsuited ?? []), ...(users.unsuited ?? [])] };
  } finally {
    bundles.close();
  }
}

const staffRoles = [...standardRoles].flatMap(([role, meaning]) => (isStaff(meaning) ? [role] : []));

/** Passes over users who are no students, or no staff. */
export const others = (who: 'student' | 'staff', role: string, skip: string): BulkOutcome => ({
  when: { not: { column: role, isOneOf: who === 'student' ? ['student'] : staffRoles } },
  skip,
});

const sexes = { female: 'F', f: 'F', male: 'M', m: 'M', other: 'X', unspecified: null } as const;
const birthDate: BulkValue = { day: column('demographics.birthDate') };

export const bulkStudents = (context: BulkUserContext) =>
  bulkUsers(context, { demographics: true }, ({ role }, { source }) => ({
    outcomes: [others('student', role, 'user who is no student')],
    fields: {
      id: personIn(source)('student', 'sourcedId'),
      sex: { words: sexes, of: column('demographics.sex') },
      birthYear: { part: 'year', of: birthDate },
      birthMonth: { part: 'month', of: birthDate },
    },
  }));

const ethnicity: BulkValue = {
  listed: ethnicityFlags.map((flag) => ({
    when: { column: `demographics.${flag}`, isOneOf: ['true'] },
    word: flag,
  })),
  between: '+',
};

export const bulkCharacteristics = (context: BulkUserContext) =>
  bulkUsers(context, { demographics: true }, ({ role }, { source }) => {
    const studentId = personIn(source)('student', 'sourcedId');
    return {
      outcomes: [
        others('student', role, 'user who is no student'),
        { when: { isNothing: ethnicity }, skip: 'student without ethnicity' },
      ],
      fields: {
        id: { join: [studentId, { constant: ':ethnicity' }] },
        studentId,
        kind: { constant: 'ethnicity' },
        value: ethnicity,
      },
    };
  });

export const bulkStaff = (context: BulkUserContext) =>
  bulkUsers(context, {}, ({ role }, { source }) => ({
    outcomes: [others('staff', role, 'user who is no staff')],
    fields: { id: personIn(source)('staff', 'sourcedId') },
  }));
