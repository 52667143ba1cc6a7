import { logFactorial } from './log-factorial.ts';

/** A population, how many of it are marked, and how many are taken from it. */
export interface HypergeometricOptions {
  readonly population: number;
  readonly marked: number;
  readonly taken: number;
}

/** The number of marked ones that is most likely among those taken. */
export function hypergeometricMode({ population, marked, taken }: HypergeometricOptions): number {
  return Math.floor(((taken + 1) * (marked + 1)) / (population + 2));
}

/** Probability of so many marked ones among those taken without replacement; 0 where that cannot be. Whole numbers. */
export function hypergeometricProbability(options: HypergeometricOptions, found: number): number {
  const { population, marked, taken } = options;
  const others = population - marked;
  if (found < 0 || found > marked || found > taken || taken - found > others) return 0;
  return Math.exp(
    logFactorial(marked) -
      logFactorial(found) -
      logFactorial(marked - found) +
      logFactorial(others) -
      logFactorial(taken - found) -
      logFactorial(others - taken + found) -
      logFactorial(population) +
      logFactorial(taken) +
      logFactorial(population - taken),
  );
}

/**
 * Calls back with every number of marked ones that is not next to impossible (below 1e-17 of the most likely) and its probability; these
 * add up to 1.
 */
export function eachHypergeometric(
  options: HypergeometricOptions,
  use: (found: number, probability: number) => void,
): void {
  const { population, marked, taken } = options;
  const others = population - marked;
  const mode = hypergeometricMode(options);
  const found: number[] = [mode];
  const relative: number[] = [1];
  const lowest = Math.max(0, taken - others);
  const highest = Math.min(taken, marked);
  for (let k = mode, weight = 1; k < highest && weight > 1e-17; k += 1) {
    weight *= ((marked - k) * (taken - k)) / ((k + 1) * (others - taken + k + 1));
    found.push(k + 1);
    relative.push(weight);
  }
  for (let k = mode, weight = 1; k > lowest && weight > 1e-17; k -= 1) {
    weight *= (k * (others - taken + k)) / ((marked - k + 1) * (taken - k + 1));
    found.push(k - 1);
    relative.push(weight);
  }
  const sum = relative.reduce((total, weight) => total + weight, 0);
  for (let index = 0; index < found.length; index += 1) use(found[index]!, relative[index]! / sum);
}
