import { type Day, formatDay, weekday } from '../calendar/day.ts';

const byMonth: Record<string, number> = {
  '09': 0.72,
  '10': 0.9,
  '11': 1.08,
  '12': 1.3,
  '01': 1.1,
  '02': 1.05,
  '03': 1.05,
  '04': 0.95,
  '05': 0.92,
  '06': 1.0,
  '07': 1.1,
};
const byWeekday = [1.08, 0.95, 0.93, 0.97, 1.12];

/** How much more often absences begin on a day than on an average one: more in winter, on Mondays and on Fridays. */
export function season(day: Day): number {
  return (byMonth[formatDay(day).slice(5, 7)] ?? 1) * (byWeekday[weekday(day)] ?? 1);
}
