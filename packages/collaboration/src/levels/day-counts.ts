/** One whole event. Weights are whole parts of it, so that sums are exact in any order. */
export const wholeEvent = 1_000_000_000;

/** How much happened over some days, each day counting as one event at most: three records of one meeting are one. */
export interface DayCounts {
  /** Adds to a day, or takes from it. */
  change(day: string, parts: number): void;
  /** Events, fractions for large ones. */
  count(): number;
}

/** Days on which nothing has happened yet. */
export function createDayCounts(): DayCounts {
  const days = new Map<string, number>();
  let total = 0;
  return {
    change(day, parts) {
      const before = days.get(day) ?? 0;
      const after = before + parts;
      total += Math.min(wholeEvent, after) - Math.min(wholeEvent, before);
      days.set(day, after);
    },
    count: () => total / wholeEvent,
  };
}
