import { ticks } from 'd3-array';

/** A straight-line scale from data to pixels, with round ticks. */
export interface Scale {
  (value: number): number;
  readonly ticks: readonly number[];
}

/** A scale whose domain is the extent of the values, widened to the outermost ticks. */
export function linearScale(values: readonly number[], range: readonly [number, number], count = 4): Scale {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const margin = lowest === highest ? Math.abs(lowest) * 0.1 || 1 : 0;
  const marks = ticks(lowest - margin, highest + margin, count);
  const step = (marks[1] ?? 1) - (marks[0] ?? 0);
  const from = lowest - margin < (marks[0] ?? 0) ? (marks[0] ?? 0) - step : (marks[0] ?? 0);
  const last = marks.at(-1) ?? 0;
  const to = highest + margin > last ? last + step : last;
  const scale = (value: number) => range[0] + ((value - from) / (to - from)) * (range[1] - range[0]);
  const visible = [from, ...marks, to].filter((mark, index, all) => all.indexOf(mark) === index);
  return Object.assign(scale, { ticks: visible });
}
