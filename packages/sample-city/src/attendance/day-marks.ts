/** The two marks of an enrolment on a day; one object is filled anew for each, to spare memory. */
export interface DayMarks {
  morning: string;
  afternoon: string;
  /** Minutes late in the morning; `null` when not late. */
  minutesLate: number | null;
}
