import type { CurvePoint } from '@collegial/statistics';
import { type Html, html } from '../report/html.ts';
import type { GroupMeasures, MeasuredGroup } from './measure-counts.ts';

const width = 720;
const margin = 24;
const rowHeight = 18;
const top = 74;

/** A group to be drawn. */
export interface PicturedGroup extends GroupMeasures {
  /** Its segregation curve over all schools. */
  readonly curve: readonly CurvePoint[];
}

/**
 * A picture of segregation as SVG. With areas: a row for each, the most segregated first, with its D as it is (dot), what chance alone would give (bar), and
 * what remains without chance with its interval (line and ring). Without areas: the segregation curve.
 */
export function segregationPicture(groups: readonly PicturedGroup[], file: string): string {
  const panels = groups.map((group) => (group.areas.length > 1 ? dotPlot(group) : curvePlot(group)));
  const height = panels.reduce((sum, panel) => sum + panel.height, 0) + margin;
  let y = 0;
  const picture = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif">
<title id="title">Segregation between schools, ${file}</title>
<desc id="description">${groups.map(description).join(' ')}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
${panels.map((panel) => {
  const at = y;
  y += panel.height;
  return html`<g transform="translate(0 ${at})">${panel.picture}</g>`;
})}
</svg>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture.markup}\n`;
}

function description({ group, all, areas }: PicturedGroup): string {
  const d = all.indices.dissimilarity;
  if (d === null) return `There is nobody in or outside ${group}.`;
  const over = areas.length > 1 ? ` over ${areas.length} areas` : '';
  return `${group}: dissimilarity ${d.value.toFixed(3)}${over}, by chance alone ${d.expected.toFixed(3)}.`;
}

interface Panel {
  readonly height: number;
  readonly picture: Html;
}

function dotPlot({ group, areas }: PicturedGroup): Panel {
  const rows = areas
    .flatMap((area) =>
      area.indices.dissimilarity === null ? [] : [{ ...area, d: area.indices.dissimilarity }],
    )
    .sort((a, b) => (b.d.corrected ?? 0) - (a.d.corrected ?? 0) || (a.area < b.area ? -1 : 1));
  const highest = Math.max(0.1, ...rows.map(({ d }) => Math.max(d.value, d.upper ?? 0, d.expected)));
  const most = Math.min(1, Math.ceil(highest * 10) / 10);
  const left = 170;
  const x = (value: number) => (left + (value / most) * (width - left - margin)).toFixed(1);
  const bottom = top + rows.length * rowHeight;
  const ticks = Array.from({ length: Math.round(most * 10) + 1 }, (_, index) => index / 10);
  return {
    height: bottom + margin,
    picture: html`<text x="${margin}" y="24" font-size="15" font-weight="600" fill="#1b1f24">${`“${group}”: how unevenly over schools (D)`}</text>
<text x="${margin}" y="43" font-size="11" fill="#59636e">Filled dot: as counted. Grey bar: chance alone. Ring and line: without chance, with its 95 % interval.</text>
${ticks.map((tick) => html`<line x1="${x(tick)}" x2="${x(tick)}" y1="${top - 6}" y2="${bottom}" stroke="#e3e7eb"/><text x="${x(tick)}" y="${top - 10}" font-size="10" fill="#59636e" text-anchor="middle">${tick.toFixed(1)}</text>`)}
${rows.map(({ area, schools, d }, place) => {
  const y = top + place * rowHeight + rowHeight / 2;
  return html`<g><title>${`${area}, ${schools} schools: D ${d.value.toFixed(3)}, by chance ${d.expected.toFixed(3)}${d.corrected === null ? '' : `, without chance ${d.corrected.toFixed(3)}`}`}</title><text x="${left - 10}" y="${y + 4}" font-size="11" fill="#1b1f24" text-anchor="end">${shortened(area)}</text><rect x="${left}" y="${y - 3}" width="${(Number(x(d.expected)) - left).toFixed(1)}" height="6" fill="#c9d0d8"/>${
    d.lower !== null &&
    d.upper !== null &&
    html`<line x1="${x(d.lower)}" x2="${x(d.upper)}" y1="${y}" y2="${y}" stroke="#0b5cad" stroke-width="1.5"/>`
  }${d.corrected !== null && html`<circle cx="${x(d.corrected)}" cy="${y}" r="4" fill="#fff" stroke="#0b5cad" stroke-width="1.5"/>`}<circle cx="${x(d.value)}" cy="${y}" r="3" fill="#1b1f24"/></g>`;
})}`,
  };
}

function curvePlot({ group, all, curve }: PicturedGroup): Panel {
  const size = 420;
  const [left, base] = [70, top + size];
  const at = ({ others, group: inGroup }: CurvePoint) =>
    `${(left + others * size).toFixed(2)},${(base - inGroup * size).toFixed(2)}`;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return {
    height: base + 60,
    picture: html`<text x="${margin}" y="24" font-size="15" font-weight="600" fill="#1b1f24">${`“${group}”: segregation curve`}</text>
<text x="${margin}" y="43" font-size="11" fill="#59636e">${summary(all)}</text>
${ticks.map((tick) => html`<line x1="${left + tick * size}" x2="${left + tick * size}" y1="${base}" y2="${top}" stroke="#e3e7eb"/><line x1="${left}" x2="${left + size}" y1="${base - tick * size}" y2="${base - tick * size}" stroke="#e3e7eb"/><text x="${left + tick * size}" y="${base + 16}" font-size="10" fill="#59636e" text-anchor="middle">${tick * 100} %</text><text x="${left - 8}" y="${base - tick * size + 4}" font-size="10" fill="#59636e" text-anchor="end">${tick * 100} %</text>`)}
<line x1="${left}" y1="${base}" x2="${left + size}" y2="${top}" stroke="#59636e" stroke-dasharray="4 3"/>
${curve.length > 0 && html`<polyline points="${curve.map(at).join(' ')}" fill="none" stroke="#0b5cad" stroke-width="2"/>`}
<text x="${left + size / 2}" y="${base + 38}" font-size="11" fill="#1b1f24" text-anchor="middle">other students, from the schools where the group is rarest on</text>
<text transform="translate(20 ${top + size / 2}) rotate(-90)" font-size="11" fill="#1b1f24" text-anchor="middle">students of the group at those schools</text>`,
  };
}

function summary({ indices: { dissimilarity, gini }, schools }: MeasuredGroup): string {
  if (dissimilarity === null || gini === null) return 'There is nobody in the group, or nobody outside it.';
  return `${schools} schools. The dashed line is an even spread. D ${dissimilarity.value.toFixed(3)} (by chance alone ${dissimilarity.expected.toFixed(3)}), Gini ${gini.value.toFixed(3)}.`;
}

function shortened(name: string): string {
  return name.length > 24 ? `${name.slice(0, 23)}…` : name;
}
