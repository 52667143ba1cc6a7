/** Days as whole numbers, so that spans can be cut and counted; day 0 is 1 January 1970. */

const millisecondsPerDay = 86_400_000;

/** Number of a day written as `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) /
    millisecondsPerDay
  );
}

/** The day with a number, as `YYYY-MM-DD`. */
export function dayText(number: number): string {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Monday to Friday. Day 0 was a Thursday. */
export function isWeekday(number: number): boolean {
  const fromMonday = (((number + 3) % 7) + 7) % 7;
  return fromMonday < 5;
}

/** A span of days; `to` is the first day no longer in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What two spans have in common, or `undefined`. */
export function overlapOf(one: Span, other: Span): Span | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : undefined;
}

/** The spans of a list joined where they touch or overlap, in order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}
