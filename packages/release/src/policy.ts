import { defaultThreshold, lowestThreshold } from '@collegial/disclosure';
import { CollegialError } from '@collegial/model';

/** What is protected, and how strongly; printed in the manifest of every edition. */
export interface Policy {
  /** Version of the rules by which figures are protected; this package applies version 1. */
  readonly version: 1;
  /** Smallest count of students that a group may see. Default 10, at least 5. */
  readonly threshold: number;
}

/**
 * A policy, completed with its defaults.
 *
 * @throws CollegialError `argument.invalid` when the threshold is below 5 or no whole number
 *
 * @example
 * ```ts
 * import { createPolicy } from '@collegial/release';
 *
 * createPolicy(); // { version: 1, threshold: 10 }
 * ```
 */
export function createPolicy({
  threshold = defaultThreshold,
}: Partial<Pick<Policy, 'threshold'>> = {}): Policy {
  if (!Number.isInteger(threshold) || threshold < lowestThreshold) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: `A policy's threshold cannot be ${String(threshold).slice(0, 20)}.`,
      fix: `Give a whole number of at least ${lowestThreshold}.`,
    });
  }
  return { version: 1, threshold };
}
