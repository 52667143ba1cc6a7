/** Throws a RangeError that names the argument when a condition on the arguments does not hold. */
export function requireThat(condition: boolean, message: string): void {
  if (!condition) throw new RangeError(message);
}
