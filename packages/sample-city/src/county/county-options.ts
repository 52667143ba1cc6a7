import { CollegialError } from '@collegial/model';

/** What {@link createCounty} takes. */
export interface CountyOptions {
  /** Decides everything random. Default 1. */
  readonly seed: number;
  /** Groups of each story. 1 to 10; default 4. */
  readonly groupsOfEach: number;
  /** Schools in no group. 20 to 1,000; default 100. */
  readonly otherSchools: number;
  /** First academic year. Default 2014. */
  readonly firstYear: number;
  /** Academic years before groups are formed, 2 to 10; default 5. */
  readonly yearsBefore: number;
  /** Academic years from then on, 1 to 10; default 4. */
  readonly yearsAfter: number;
  /** What being in a group of the story `effect` adds to Attainment 8, in points. Default 3. */
  readonly difference: number;
  /** Groups of each story are formed in turn in so many years following one another. 1 to 5; default 1. */
  readonly waves: number;
}

const defaults: CountyOptions = {
  seed: 1,
  groupsOfEach: 4,
  otherSchools: 100,
  firstYear: 2014,
  yearsBefore: 5,
  yearsAfter: 4,
  difference: 3,
  waves: 1,
};

const limits = {
  seed: [0, 4_294_967_295],
  groupsOfEach: [1, 10],
  otherSchools: [20, 1_000],
  firstYear: [2000, 2040],
  yearsBefore: [2, 10],
  yearsAfter: [1, 10],
  waves: [1, 5],
} as const;

/**
 * Fills in defaults and checks ranges.
 *
 * @throws CollegialError `argument.invalid`
 */
export function countyOptions(given: Partial<CountyOptions>): CountyOptions {
  const options = { ...defaults, ...given };
  for (const [name, [lowest, highest]] of Object.entries(limits)) {
    const value = options[name as keyof CountyOptions];
    if (!Number.isInteger(value) || value < lowest || value > highest) {
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The option “${name}” of createCounty must be a whole number from ${lowest} to ${highest}.`,
        place: { field: name },
      });
    }
  }
  return options;
}
