/** A measure of all schools, standardised: mean 0 and sample standard deviation 1 over the schools where it is known. */
export interface StandardMeasure {
  readonly name: string;
  /** By school; `NaN` where it is not known. */
  readonly values: Float64Array;
  readonly known: number;
}

/** The standardised measure, or `undefined` when it is known of fewer than two schools or the same for all. */
export function standardise(
  name: string,
  values: readonly (number | null | undefined)[],
): StandardMeasure | undefined {
  const known = values.filter((value): value is number => value != null);
  if (known.length < 2) return undefined;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (known.length - 1));
  if (!(deviation > 1e-9 * Math.max(1, Math.abs(mean)))) return undefined;
  return {
    name,
    values: Float64Array.from(values, (value) => (value == null ? Number.NaN : (value - mean) / deviation)),
    known: known.length,
  };
}
