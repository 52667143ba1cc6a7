import {
  isStaff,
  rollFromOf,
  standardRoles,
  yearGroupOf,
  yearStartsIn,
} from '@collegial/connector-oneroster/mapping';
import { academicYearOf, type BulkOutcome, type BulkValue } from '@collegial/model';
import { type JoinContext, organisationsOf, plainReading, sessionsOf } from '../joins.ts';
import { type BulkUserContext, bulkUsers, others } from './bulk-users.ts';
import { column, isLong, ownIn, personIn } from './bulk-values.ts';

/** What the map of a user without a record says. */
const noRecord = 'the row holds no record';

/** Students on roll: each at one organisation, since the first day of the school year. */
export const bulkEnrolments = (context: BulkUserContext) =>
  bulkUsers(context, { place: true }, async ({ role, org }, joins) => {
    const { source, config } = joins;
    const known = await placesOf(joins);
    if (known === undefined) return undefined;
    const { rollFrom, today, organisations } = known;
    const month = yearStartsIn(config);
    const entryYear = academicYearOf(rollFrom, month);
    const passed = Math.max(0, academicYearOf(today, month) - entryYear);
    const [own, studentId] = [ownIn(source), personIn(source)('student', 'sourcedId')];
    const notSchools = [...organisations].filter(([, { kind }]) => kind !== 'school');
    const byGrade = (meaning: (year: number) => number): BulkValue => ({
      words: Object.fromEntries(grades.map(([grade, year]) => [grade, meaning(year)])),
      of: column('grades'),
    });
    return {
      unsuited: [isLong(org), { column: 'grades', has: ',' }],
      outcomes: [
        others('student', role, noRecord),
        ...notSchools.map(
          ([id]): BulkOutcome => ({
            when: { value: column(org), isSameAs: { constant: id } },
            skip: 'student of an organisation that is no school',
          }),
        ),
      ],
      known: [{ column: 'grades', words: grades.map(([grade]) => grade) }],
      fields: {
        id: { join: [studentId, { constant: '@' }, column(org)] },
        studentId,
        organisationId: own(column(org)),
        status: { constant: 'current' },
        enteredOn: { constant: rollFrom },
        yearGroup: byGrade((year) => year - passed),
        yearGroupIn: byGrade(() => entryYear),
      },
    };
  });

/** Posts of staff: each at one organisation, since the first day of the school year. */
export const bulkAppointments = (context: BulkUserContext) =>
  bulkUsers(context, { place: true }, async ({ role, org }, joins) => {
    const { source } = joins;
    const known = await placesOf(joins);
    if (known === undefined) return undefined;
    const [own, staffId] = [ownIn(source), personIn(source)('staff', 'sourcedId')];
    return {
      unsuited: [isLong(org)],
      outcomes: [others('staff', role, noRecord)],
      fields: {
        id: { join: [staffId, { constant: '@' }, column(org)] },
        staffId,
        organisationId: own(column(org)),
        role: {
          words: Object.fromEntries([...standardRoles].filter(([, meaning]) => isStaff(meaning))),
          of: column(role),
        },
        kind: { constant: 'other' },
        validFrom: { constant: known.rollFrom },
      },
    };
  });

/** Grades as they are written, and their years of school. */
const grades = [
  'k',
  'kg',
  ...[...Array(14).keys()].flatMap((year) => [`${year}`, `0${year}`, `00${year}`]),
].flatMap((grade): (readonly [string, number])[] => {
  const year = yearGroupOf(grade);
  return year === undefined ? [] : [[grade, year]];
});

/** What is known of organisations and the school year; `undefined` where ids of organisations are not those of the source, or not all are known. */
async function placesOf(context: JoinContext) {
  const { config } = context;
  if (Object.values(config.organisationIdentifiers).some((scheme) => scheme !== undefined)) return undefined;
  const { organisations, whole, needed } = await organisationsOf(context);
  if (needed && !whole) return undefined;
  const { today } = plainReading(context, 'users');
  return {
    organisations,
    today,
    rollFrom: rollFromOf(config, today, [...(await sessionsOf(context)).values()]),
  };
}
