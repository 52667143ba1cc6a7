import { type Mapped, reject } from '@collegial/connector-kit';
import { academicYearOf, type EnrolmentStatus, englandEnrolmentStatusCodes } from '@collegial/model';
import { readDay } from './php-date.ts';
import { enrolmentIdOf, type Ids, studentIdOf } from './wonde-ids.ts';
import type { WireStudent } from './wonde-schemas.ts';

/** The enrolment that a student record stands for: Wonde keeps one record per student and school. */
export function mapEnrolment(row: WireStudent, ids: Ids): Mapped<'Enrolment'> {
  const { education_details: education, extended_details: extended } = row;
  const entered = readDay(education?.admission_date);
  if ('problem' in entered)
    return reject(`The date ${entered.problem}.`, { field: 'education_details.admission_date' });
  if (entered.day === undefined)
    return reject('A student has no date of admission.', { field: 'education_details.admission_date' });
  const left = readDay(education?.leaving_date);
  if ('problem' in left)
    return reject(`The date ${left.problem}.`, { field: 'education_details.leaving_date' });
  const status = statusOf(extended?.enrolment_status, row.ofSchool.today);
  if (status === undefined)
    return reject('The enrolment status is not one that is known.', {
      field: 'extended_details.enrolment_status',
    });
  return {
    id: enrolmentIdOf(ids, row.id),
    studentId: studentIdOf(ids, row.id),
    organisationId: row.ofSchool.organisationId,
    status,
    enteredOn: entered.day,
    leftOn: left.day ?? null,
    exitReason: education?.leaving_reason ?? null,
    ...yearGroupAtEntry(education?.current_nc_year, entered.day, left.day ?? row.ofSchool.today),
  };
}

/**
 * Wonde gives the year group of today, or of the day on which a student left. Counted back to the year of entry it stays
 * the same from sync to sync.
 */
function yearGroupAtEntry(written: string | undefined, entered: string, on: string) {
  const yearGroup = readYearGroup(written);
  if (yearGroup === undefined) return {};
  const yearGroupIn = academicYearOf(entered);
  const passed = Math.max(0, academicYearOf(on < entered ? entered : on) - yearGroupIn);
  return { yearGroup: yearGroup - passed, yearGroupIn };
}

/** `7`, `Year 7`, `Y7`; `R` and `Reception` are 0, `N1` and `N2` the nursery years −2 and −1. */
export function readYearGroup(written: string | undefined): number | undefined {
  const text = written?.toLowerCase() ?? '';
  const number = /^(?:year |yr ?|y)?(-?\d{1,2})$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  if (text === 'r' || text === 'reception') return 0;
  return ({ n1: -2, n2: -1 } as Record<string, number>)[text];
}

/**
 * A code of the school census or words. A student without a status is on the roll; one who has left was on it until then,
 * which the dates say.
 */
function statusOf(written: string | undefined, on: string): EnrolmentStatus | undefined {
  if (written === undefined) return 'current';
  const known = englandEnrolmentStatusCodes.lookup(written.toUpperCase(), on)?.meaning ?? inWords(written);
  return known === 'previous' ? 'current' : known;
}

const words: readonly [RegExp, EnrolmentStatus][] = [
  [/guest/i, 'guest'],
  [/subsid/i, 'subsidiary'],
  [/main|dual/i, 'main'],
  [/further/i, 'further-education'],
  [/other/i, 'other-provider'],
  [/previous|leaver|left/i, 'previous'],
  [/single|current/i, 'current'],
];

function inWords(written: string): EnrolmentStatus | undefined {
  return words.find(([pattern]) => pattern.test(written))?.[1];
}
