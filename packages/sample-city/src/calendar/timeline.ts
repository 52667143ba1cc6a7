import type { CityOptions } from '../city-options.ts';
import { type Day, dayOf } from './day.ts';
import { type SchoolYear, schoolDayFrom, schoolYear } from './school-year.ts';

/** The academic years that a city covers, and the days of its story. */
export interface Timeline {
  readonly years: readonly SchoolYear[];
  /** 1 September of an academic year, given by its position 0, 1, 2 … */
  start(position: number): Day;
  /** 31 August that ends it. */
  end(position: number): Day;
  /**
   * A day of the story: `MM-DD` within the academic year at a position (September to December in its first calendar
   * year), moved to the Monday when it falls on a weekend.
   */
  on(position: number, monthAndDay: string): Day;
  /** The same day unmoved: contracts begin and end on weekends too. */
  date(position: number, monthAndDay: string): Day;
  /** Position of the year at whose end a school of group A closes; `undefined` when the city is too short. */
  readonly closingYear: number | undefined;
}

/** Lays out the years. */
export function createTimeline({ firstYear, years }: CityOptions): Timeline {
  const date = (position: number, monthAndDay: string): Day => {
    const [month = 9, dayOfMonth = 1] = monthAndDay.split('-').map(Number);
    return dayOf(firstYear + position + (month >= 9 ? 0 : 1), month, dayOfMonth);
  };
  return {
    years: Array.from({ length: years }, (_, position) => schoolYear(firstYear + position)),
    start: (position) => date(position, '09-01'),
    end: (position) => date(position, '08-31'),
    on: (position, monthAndDay) => schoolDayFrom(date(position, monthAndDay)),
    date,
    closingYear: years >= 2 ? 1 : undefined,
  };
}
