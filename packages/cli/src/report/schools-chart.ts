import type { IndicatorCard, PublishedFigure, SchoolFigures } from '@collegial/model';
import { formatFigure, formatInterval, formatTick, shorten } from './format.ts';
import { type Html, html } from './html.ts';
import { linearScale } from './scale.ts';

const plot = 370;
const rowHeight = 20;
const edge = { top: 24, right: 80, bottom: 6 };
const longestName = 60;
/** Width of a letter, generously, so that the longest name is not cut off. */
const letter = 6.4;

/**
 * The schools of a scope side by side on one indicator, each with its interval, and the scope's own value as a line.
 * In alphabetical order: a chart sorted by value would be a league table.
 */
export function schoolsChart(
  card: IndicatorCard,
  period: string,
  members: readonly SchoolFigures[],
  whole: PublishedFigure | undefined,
): Html | null {
  const rows = members
    .map(({ school, figures }) => ({
      name: school.name,
      figure: figures.find((figure) => isHeadline(figure, card, period)),
    }))
    // A school that no figure is due from, such as a primary school among examination results, would only be a blank row.
    .filter(({ figure }) => figure !== undefined && (figure.value !== null || figure.symbol === 'c'))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
  const values = rows.flatMap(({ figure }) =>
    figure === undefined || figure.value === null
      ? []
      : [figure.value, figure.interval?.lower ?? figure.value, figure.interval?.upper ?? figure.value],
  );
  if (values.length === 0) return null;
  const wholeValue = hasWholeLine(card, whole) ? (whole?.value ?? null) : null;
  const names = rows.map(({ name }) => shorten(name, longestName));
  const left = Math.round(Math.max(...names.map((name) => name.length)) * letter) + 20;
  const margin = { ...edge, left };
  const width = left + plot + edge.right;
  const x = linearScale(
    wholeValue === null ? values : [...values, wholeValue],
    [margin.left, width - margin.right],
    5,
  );
  const height = margin.top + rows.length * rowHeight + margin.bottom;
  return html`<svg class="schools" viewBox="0 0 ${width} ${height}" style="min-width:${width}px;max-width:${Math.round(width * 1.2)}px" role="img" aria-label="${card.title}, ${period}, school by school; the same figures are in the table">
${x.ticks.map((tick) => html`<line class="grid" x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${margin.top - 6}" y2="${height - margin.bottom}"/><text class="tick" x="${x(tick).toFixed(1)}" y="12" text-anchor="middle">${formatTick(tick, card.unit)}</text>`)}
${wholeValue !== null && html`<line class="whole" x1="${x(wholeValue).toFixed(1)}" x2="${x(wholeValue).toFixed(1)}" y1="${margin.top - 6}" y2="${height - margin.bottom}"/>`}
${rows.map(({ name, figure }, index) => {
  const y = margin.top + index * rowHeight + rowHeight / 2;
  const label = html`<text class="label" x="${margin.left - 12}" y="${y + 4}" text-anchor="end">${names[index]}</text>`;
  if (figure === undefined || figure.value === null) {
    return html`${label}<text class="absent" x="${margin.left + 4}" y="${y + 4}">${formatFigure(figure, card.unit)}</text>`;
  }
  const tip = `${name}: ${formatFigure(figure, card.unit)} ${formatInterval(figure, card.unit)}`;
  return html`<g>${html`<title>${tip}</title>`}${label}${figure.interval && html`<line class="interval" x1="${x(figure.interval.lower).toFixed(1)}" x2="${x(figure.interval.upper).toFixed(1)}" y1="${y}" y2="${y}"/>`}<circle class="dot" cx="${x(figure.value).toFixed(1)}" cy="${y}" r="4"/><text class="value" x="${width - margin.right + 8}" y="${y + 4}">${formatFigure(figure, card.unit).replace(' per 100', '')}</text></g>`;
})}
</svg>`;
}

/** Whether the value of the whole stands on the scale of its schools: how far apart they are does not. */
export function hasWholeLine(card: IndicatorCard, whole: PublishedFigure | undefined): boolean {
  return card.unit !== 'spread' && typeof whole?.value === 'number';
}

/** The figure of all students for this indicator and period. */
export function isHeadline(figure: PublishedFigure, card: IndicatorCard, period: string): boolean {
  return figure.indicator === card.id && figure.period === period && figure.subgroup === null;
}
