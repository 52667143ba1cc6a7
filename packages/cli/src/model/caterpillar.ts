import { type Html, html } from '../report/html.ts';
import { linearScale } from '../report/scale.ts';
import type { LevelOutput } from './model-output.ts';
import { where } from './model-text.ts';

const left = 60;
const plotWidth = 720;
const plotHeight = 300;
const gap = 56;

/** Effects of the groups of each level with their intervals, from the lowest to the highest, as SVG. */
export function renderCaterpillar(levels: readonly LevelOutput[], outcome: string): string {
  const height = levels.length * (plotHeight + gap) + 24;
  const width = left + plotWidth + 24;
  const picture = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif">
<title id="title">Effects on ${outcome} with 95 % intervals</title>
<desc id="description">${levels.map(describe).join(' ')}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
${levels.map((level, index) => panel(level, index * (plotHeight + gap) + 24))}
</svg>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture.markup}\n`;
}

function panel({ level, at: place, groups }: LevelOutput, top: number): Html {
  const sorted = [...groups].sort((a, b) => a.effect - b.effect);
  const ends = sorted.flatMap(({ interval, effect }) =>
    interval === null ? [effect] : [interval.lower, interval.upper],
  );
  const y = linearScale([...ends, 0], [top + plotHeight, top + 16], 5);
  const x = (index: number) => left + ((index + 0.5) * plotWidth) / sorted.length;
  const stroke = sorted.length > 200 ? 0.8 : 1.6;
  return html`<text x="${left}" y="${top + 6}" font-size="14" font-weight="600" fill="#1b1f24">${level}: ${sorted.length} groups, lowest to highest${where(place)}</text>
${y.ticks.map((tick) => html`<g><line x1="${left}" x2="${left + plotWidth}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="${tick === 0 ? '#59636e' : '#e3e6ea'}"/><text x="${left - 6}" y="${(y(tick) + 4).toFixed(1)}" font-size="11" text-anchor="end" fill="#59636e">${String(Number(tick.toPrecision(6)))}</text></g>`)}
${sorted.map(({ path, effect, interval, rows }, index) => {
  const apart = interval !== null && (interval.lower > 0 || interval.upper < 0);
  const color = apart ? '#0b57a4' : '#8b949e';
  const at = x(index).toFixed(1);
  return html`<g><title>${`${path.join(' / ')}: ${effect.toPrecision(3)}, ${rows} rows`}</title>${interval !== null && html`<line x1="${at}" x2="${at}" y1="${y(interval.lower).toFixed(1)}" y2="${y(interval.upper).toFixed(1)}" stroke="${color}" stroke-width="${stroke}"/>`}<circle cx="${at}" cy="${y(effect).toFixed(1)}" r="${sorted.length > 200 ? 1.2 : 2.6}" fill="${color}"/></g>`;
})}`;
}

function describe({ level, groups }: LevelOutput): string {
  const apart = groups.filter(
    ({ interval }) => interval !== null && (interval.lower > 0 || interval.upper < 0),
  );
  return `${groups.length} groups of level ${level}; the intervals of ${apart.length} leave out the mean.`;
}
