import type { IndicatorCard, PublishedFigure } from '@collegial/model';
import { formatFigure, formatTick, formatValue } from './format.ts';
import { type Html, html } from './html.ts';
import { linearScale } from './scale.ts';

const width = 300;
const height = 150;
const margin = { top: 14, right: 58, bottom: 24, left: 46 };

/** An indicator over the years: its line, its interval as a band, its latest value in figures. */
export function trendChart(
  card: IndicatorCard,
  periods: readonly string[],
  figures: readonly PublishedFigure[],
): Html | null {
  const shown = periods.flatMap((period, index) => {
    const figure = figures.find((candidate) => candidate.period === period);
    return figure === undefined || figure.value === null ? [] : [{ index, figure, value: figure.value }];
  });
  if (shown.length === 0) return null;
  const values = shown.flatMap(({ value, figure }) => [
    value,
    figure.interval?.lower ?? value,
    figure.interval?.upper ?? value,
  ]);
  const y = linearScale(values, [height - margin.bottom, margin.top], 3);
  const step = periods.length > 1 ? (width - margin.left - margin.right) / (periods.length - 1) : 0;
  const x = (index: number) => (periods.length > 1 ? margin.left + index * step : width / 2);
  const at = (index: number, value: number) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`;
  const runs = withoutGaps(shown).filter((run) => run.length > 1);
  const last = shown.at(-1)!;
  const summary = `${card.title}: ${periods
    .map(
      (period) =>
        `${period} ${formatFigure(
          figures.find((figure) => figure.period === period),
          card.unit,
        )}`,
    )
    .join(', ')}`;
  return html`<svg class="trend" viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}">
${y.ticks.map((tick) => html`<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}"/><text class="tick" x="${margin.left - 5}" y="${(y(tick) + 3).toFixed(1)}" text-anchor="end">${formatTick(tick, card.unit)}</text>`)}
${periods.map((period, index) => html`<text class="tick" x="${x(index).toFixed(1)}" y="${height - 7}" text-anchor="middle">${period}</text>`)}
${periods.map((period, index) => {
  const figure = figures.find((candidate) => candidate.period === period);
  if (figure === undefined || figure.value !== null) return null;
  const anchor = index === 0 && periods.length > 1 ? 'start' : 'middle';
  return html`<text class="tick" x="${(x(index) + 2).toFixed(1)}" y="${height - margin.bottom - 5}" text-anchor="${anchor}">${formatFigure(figure, card.unit)}</text>`;
})}
${runs.map((run) => {
  const upper = run.map(({ index, figure, value }) => at(index, figure.interval?.upper ?? value));
  const lower = run.map(({ index, figure, value }) => at(index, figure.interval?.lower ?? value));
  const line = run.map(({ index, value }) => at(index, value)).join(' ');
  return html`<polygon class="band" points="${[...upper, ...lower.reverse()].join(' ')}"/><polyline class="line" points="${line}"/>`;
})}
${shown.map(({ index, value, figure }) => html`${figure.interval && html`<line class="interval" x1="${x(index).toFixed(1)}" x2="${x(index).toFixed(1)}" y1="${y(figure.interval.lower).toFixed(1)}" y2="${y(figure.interval.upper).toFixed(1)}"/>`}<circle class="dot" cx="${x(index).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3.5"/>`)}
<text class="value" x="${(x(last.index) + 7).toFixed(1)}" y="${(y(last.value) - 6).toFixed(1)}">${formatValue(last.value, card.unit).replace(' per 100', '')}</text>
</svg>`;
}

/** Runs of years without a gap: a line across a hidden year would invent a figure. */
function withoutGaps<Point extends { readonly index: number }>(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.index === point.index - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}
