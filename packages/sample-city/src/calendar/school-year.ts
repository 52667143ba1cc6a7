import { type Day, dayOf, easterSunday, weekday, weekdayFrom } from './day.ts';

/** Terms, closures and open days of the city's schools in one academic year. */
export interface SchoolYear {
  /** Calendar year in which it starts. */
  readonly year: number;
  readonly terms: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  readonly closures: readonly { readonly from: Day; readonly to: Day; readonly reason: string }[];
  /** Days on which schools are open to students, in order. */
  readonly openDays: readonly Day[];
  /** Last day of Year 11: the last Friday in June, the school leaving date in England. */
  readonly leavingDate: Day;
}

const longest = 190;

/**
 * The year as an English authority would set it: three terms with half-terms, five training days, the May bank holiday,
 * at most 190 days open to students.
 */
export function schoolYear(year: number): SchoolYear {
  const easter = easterSunday(year + 1);
  const early = easter < dayOf(year + 1, 4, 5);
  const halfTerms = [dayOf(year, 10, 22), dayOf(year + 1, 2, 12), dayOf(year + 1, 5, 25)].map((from) =>
    weekdayFrom(from, 0),
  );
  const autumn = {
    name: 'Autumn',
    from: schoolDayFrom(dayOf(year, 9, 1)),
    to: weekdayFrom(dayOf(year, 12, 16), 4),
  };
  const spring = {
    name: 'Spring',
    from: schoolDayFrom(dayOf(year + 1, 1, 3)),
    to: early ? easter - 3 : easter - 9,
  };
  const summerFrom = early ? easter + 15 : easter + 8;
  const bankHoliday = weekdayFrom(dayOf(year + 1, 5, 1), 0);
  const trainingDays = [autumn.from, halfTerms[0]! - 3, spring.from, summerFrom, halfTerms[2]! + 7];
  const closures = [
    ...halfTerms.map((from) => ({ from, to: from + 4, reason: 'Half-term' })),
    ...trainingDays.map((from) => ({ from, to: from, reason: 'Staff training' })),
    { from: bankHoliday, to: bankHoliday, reason: 'Bank holiday' },
  ].sort((left, right) => left.from - right.from);
  const isOpen = (day: Day) => weekday(day) < 5 && !closures.some(({ from, to }) => from <= day && day <= to);
  const openDays: Day[] = [];
  const lastDay = dayOf(year + 1, 7, 25);
  for (const { from, to } of [autumn, spring, { from: summerFrom, to: lastDay }]) {
    for (let day = from; day <= to && openDays.length < longest; day++) if (isOpen(day)) openDays.push(day);
  }
  return {
    year,
    terms: [autumn, spring, { name: 'Summer', from: summerFrom, to: openDays.at(-1)! }],
    closures,
    openDays,
    leavingDate: weekdayFrom(dayOf(year + 1, 6, 24), 4),
  };
}

/** The day itself, or the Monday after when it falls on a weekend. */
export function schoolDayFrom(day: Day): Day {
  return weekday(day) > 4 ? weekdayFrom(day, 0) : day;
}
