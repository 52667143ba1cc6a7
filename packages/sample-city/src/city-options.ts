import { CollegialError } from '@collegial/model';

/** What {@link createCity} takes. */
export interface CityOptions {
  /** Whole number that decides everything random: the same seed and sizes give the same city. Default 1. */
  readonly seed: number;
  /** Students on roll in the first September, over the 21 schools with records. 300 to 200,000; default 2,000. */
  readonly students: number;
  /** Academic years, 1 to 6; default 3, the length of the story of chapter 10. */
  readonly years: number;
  /** Calendar year in which the first academic year starts, 2018 to 2040; default 2022. */
  readonly firstYear: number;
}

const defaults: CityOptions = { seed: 1, students: 2_000, years: 3, firstYear: 2022 };

const limits: Record<keyof CityOptions, readonly [number, number]> = {
  seed: [0, 4_294_967_295],
  students: [300, 200_000],
  years: [1, 6],
  firstYear: [2018, 2040],
};

/**
 * Fills in defaults and checks ranges.
 *
 * @throws CollegialError `argument.invalid` when an option is not a whole number within its range
 */
export function cityOptions(given: Partial<CityOptions>): CityOptions {
  const options = { ...defaults, ...given };
  for (const [name, [lowest, highest]] of Object.entries(limits)) {
    const value = options[name as keyof CityOptions];
    if (!Number.isInteger(value) || value < lowest || value > highest) {
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The option “${name}” of createCity must be a whole number from ${lowest} to ${highest}.`,
        place: { field: name },
      });
    }
  }
  return options;
}
