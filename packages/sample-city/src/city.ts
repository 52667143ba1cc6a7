import type { Dataset, EntityInput } from '@collegial/model';
import type { CityOptions } from './city-options.ts';
import type { CityTruth } from './truth/city-truth.ts';

/** A name of a person of the city; invented. */
export interface PersonName {
  readonly forename: string;
  readonly surname: string;
}

/**
 * What an MIS knows about its students and staff beyond the model: raw identifiers that a connector must turn into
 * pseudonyms. Ids are those of `Student` and `Staff` records; every function throws `argument.invalid` for another id.
 */
export interface CityPeople {
  /** Unique pupil number of a student: the same at every school that the person goes to. */
  upnOf(studentId: string): string;
  /** Teacher reference number of a member of staff: the same at every school where the person works. */
  teacherNumberOf(staffId: string): string;
  /** Name of a student or member of staff. */
  nameOf(id: string): PersonName;
  /** Day of birth of a student or member of staff, `YYYY-MM-DD`. */
  birthDateOf(id: string): string;
}

/** Entities of which a city has no records: marks of lessons, surveys, reviews and published figures. */
type Absent = 'LessonMark' | 'SurveyResponse' | 'Review' | 'SchoolMeasure';

/** The records of a city by entity. */
export type CityDataset = Required<Omit<Dataset, Absent>>;

/** A synthetic city of schools. */
export interface City {
  /** The records of the model; `AttendanceMark` is made anew each time it is iterated. */
  readonly dataset: CityDataset;
  /** Organisation ids of the 21 schools that keep records, in the order of the story. */
  readonly schools: readonly string[];
  readonly people: CityPeople;
  readonly truth: CityTruth;
  /** The options in full. */
  readonly options: CityOptions;
  /**
   * The attendance marks of one school in date order; can be iterated as often as needed.
   *
   * @throws CollegialError `argument.invalid` when the organisation keeps no records in this city
   */
  marksOf(organisationId: string): Iterable<EntityInput<'AttendanceMark'>>;
}
