import { mergeSpans, overlapOf, type Span } from '../time/days.ts';

/** The parts of a span that lie in a year and on days in force, in order. */
export function clip(span: Span, year: Span, inForce: readonly Span[]): Span[] {
  const inYear = overlapOf(span, year);
  if (inYear === undefined) return [];
  return mergeSpans(inForce).flatMap((part) => overlapOf(inYear, part) ?? []);
}

/** First and last day of several spans together. */
export function hull(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
