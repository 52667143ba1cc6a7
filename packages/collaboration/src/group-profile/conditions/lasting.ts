import { dayNumber, mergeSpans, overlapOf, type Span } from '../../time/days.ts';

interface Lasting {
  readonly from: string | null;
  readonly to: string | null;
}

/** Share of the days from one to another, both included, on which at least one of some things lasted. */
export function shareOfDays(things: readonly Lasting[], from: string, to: string): number {
  const year = { from: dayNumber(from), to: dayNumber(to) + 1 };
  const days = mergeSpans(things.flatMap((thing) => overlapOf(spanOf(thing), year) ?? []));
  return days.reduce((sum, span) => sum + span.to - span.from, 0) / Math.max(1, year.to - year.from);
}

/** Whether something lasted on at least one of the days. */
export function lastsWithin(thing: Lasting, from: string, to: string): boolean {
  return overlapOf(spanOf(thing), { from: dayNumber(from), to: dayNumber(to) + 1 }) !== undefined;
}

function spanOf({ from, to }: Lasting): Span {
  return {
    from: from === null ? dayNumber('1900-01-01') : dayNumber(from),
    to: to === null ? dayNumber('9999-12-31') : dayNumber(to) + 1,
  };
}
