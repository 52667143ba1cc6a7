import type { AcademicYear } from '@collegial/model';
import { clip, hull } from '../derived/clip.ts';
import { type SchoolCalendar, schoolDays } from '../shared-staff/school-days.ts';
import { fromParts, toParts } from '../ties/split-amount.ts';
import { dayText, type Span } from '../time/days.ts';
import type { ObservedYear } from '../time/observed-years.ts';
import type { MoveSighting, MoveSign } from './staff-moves-of.ts';

/** Someone at another school by agreement, in one academic year. */
export interface StaffMove {
  /** The school that gives the person. */
  readonly provider: string;
  readonly recipient: string;
  readonly academicYear: AcademicYear;
  /** As `2023/24`. */
  readonly period: string;
  /** A post recorded as secondment, or another move by agreement. */
  readonly kind: 'secondment' | 'staff-move';
  readonly sign: MoveSign;
  /** Pseudonym of the person; never leaves the store. */
  readonly person: string;
  readonly role: string;
  /** First and last day in the year, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Staff-days given: FTE × school days of the recipient; `null` when the FTE is not known. */
  readonly days: number | null;
  readonly evidence: readonly string[];
}

/** What {@link staffMoveLines} needs to know. */
export interface StaffMoveLinesOptions {
  readonly years: readonly ObservedYear[];
  readonly inForce: readonly Span[];
  readonly calendarOf: (school: string, year: AcademicYear) => SchoolCalendar | undefined;
  readonly schoolDaysPerYear: number;
}

/** Moves cut to the years and the days in force, with the staff-days that they gave. */
export function staffMoveLines(moves: readonly MoveSighting[], options: StaffMoveLinesOptions): StaffMove[] {
  const lines = moves.flatMap((move) =>
    options.years.flatMap((year): StaffMove[] => {
      const spans = clip(move, year, options.inForce);
      if (spans.length === 0) return [];
      const { academicYear, period } = year;
      const calendar = options.calendarOf(move.host, academicYear);
      const days = spans
        .map((span) => schoolDays({ span, academicYear, calendar, daysPerYear: options.schoolDaysPerYear }))
        .reduce((sum, value) => sum + value, 0);
      const { from, to } = hull(spans);
      return [
        {
          provider: move.home,
          recipient: move.host,
          academicYear,
          period,
          kind: move.sign === 'secondment' ? 'secondment' : 'staff-move',
          sign: move.sign,
          person: move.person,
          role: move.role,
          from: dayText(from),
          to: dayText(to - 1),
          days: move.fte === null ? null : fromParts(toParts(move.fte * days)),
          evidence: move.evidence,
        },
      ];
    }),
  );
  const order = (line: StaffMove) =>
    [line.period, line.provider, line.recipient, line.kind, line.person, line.from].join(' ');
  return lines.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
