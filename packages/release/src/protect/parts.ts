/** Amounts of flows are whole 1/10 000 of their unit. */
export function fromParts(parts: number): number {
  return parts / 10_000;
}
