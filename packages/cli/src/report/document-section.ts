import {
  type EditionDocument,
  formatScope,
  type IndicatorCard,
  type PublishedFigure,
} from '@collegial/model';
import { group } from 'd3-array';
import { collaborationSection } from './collaboration-section.ts';
import { formatCount, formatFigure, formatInterval, formatRange, formatValue } from './format.ts';
import { type Html, html } from './html.ts';
import { hasWholeLine, isHeadline, schoolsChart } from './schools-chart.ts';
import { scrollBox } from './scroll-box.ts';
import { trendChart } from './trend-chart.ts';

const audiences = {
  own: 'for the school itself, exact',
  group: 'for partner schools, protected',
  public: 'published figures, for everyone',
} as const;
const dimensions: Readonly<Record<string, string>> = {
  presence: 'Presence',
  participation: 'Participation',
  achievement: 'Achievement',
  roll: 'Roll',
  published: 'Published figures',
  'between-schools': 'Between schools',
};

/** Anchor of a document's section. */
export function anchorOf(document: EditionDocument): string {
  return `${document.audience}-${formatScope(document.scope)}`.replaceAll(/[^A-Za-z0-9]+/g, '-');
}

/** Everything an edition says about one scope: collaboration first, then experience, each chart with its table. */
export function documentSection(document: EditionDocument): Html {
  const byDimension = group(document.indicators, (card) => card.dimension);
  return html`<article id="${anchorOf(document)}">
<h2>${document.title}</h2>
<p class="meta">${formatScope(document.scope)} · ${audiences[document.audience]} · ${document.periods.join(', ')}</p>
${collaborationSection(document)}
${[...byDimension].map(([dimension, cards]) => html`<section><h3>${dimensions[dimension] ?? dimension}</h3><div class="cards">${cards.map((card) => indicatorCard(card, document))}</div></section>`)}
${document.members.length > 1 && html`<section><h3>School by school</h3>${document.indicators.map((card) => schoolsFigure(card, document))}</section>`}
<p class="note">${protectionNote(document)}</p>
${document.notes.length > 0 && html`<ul class="note">${document.notes.map((note) => html`<li>${note}</li>`)}</ul>`}
</article>`;
}

function indicatorCard(card: IndicatorCard, document: EditionDocument): Html | null {
  const figures = document.figures.filter(
    (figure) => figure.indicator === card.id && figure.subgroup === null,
  );
  if (figures.length === 0) return null;
  const spread = figures.some((figure) => figure.spread !== null);
  const better = { higher: 'higher is better', lower: 'lower is better', neither: '' }[card.better];
  return html`<figure class="card"><figcaption><b>${card.title}</b>${better !== '' && html` <span class="better">${better}</span>`}<br>${card.meaning}</figcaption>
${trendChart(card, document.periods, figures) ?? html`<p class="absent">${formatFigure(figures.at(-1), card.unit)}</p>`}
${spreadNote(card, figures)}
<details><summary>Figures and how to read them</summary><p>${card.caution}</p>
${scrollBox(
  `${card.title}, figures`,
  html`<table><thead><tr><th>Year</th><th class="number">Value</th><th>95 % interval</th><th class="number">Counted</th>${spread && html`<th>Middle 80 % of schools</th><th class="number">Median school</th>`}</tr></thead><tbody>
${figures.map((figure) => html`<tr><td>${figure.period}</td><td class="number">${formatFigure(figure, card.unit)}</td><td class="interval-cell">${formatInterval(figure, card.unit)}</td><td class="number">${figure.units === null ? '' : formatCount(figure.units)}</td>${spread && spreadCells(figure, card)}</tr>`)}
</tbody></table>`,
)}<p class="sources">Sources: ${card.sources.join('; ')}</p></details></figure>`;
}

/** How far the schools behind a published figure are apart: a mean alone would hide it. */
function spreadCells({ spread }: PublishedFigure, { unit }: IndicatorCard): Html {
  if (spread === null) return html`<td></td><td></td>`;
  return html`<td class="interval-cell">${formatRange(spread.p10, spread.p90, unit)}</td><td class="number">${formatValue(spread.median, unit)}</td>`;
}

function schoolsFigure(card: IndicatorCard, document: EditionDocument): Html | null {
  const period = [...document.periods]
    .reverse()
    .find((candidate) =>
      document.members.some(({ figures }) =>
        figures.some((figure) => isHeadline(figure, card, candidate) && figure.value !== null),
      ),
    );
  if (period === undefined) return null;
  const whole = document.figures.find((figure) => isHeadline(figure, card, period));
  const chart = schoolsChart(card, period, document.members, whole);
  if (chart === null) return null;
  return html`<details class="wide"${document.audience === 'public' && html` open`}><summary>${card.title}, ${period}</summary><figure><figcaption>${card.meaning} In alphabetical order${hasWholeLine(card, whole) && `; the line is ${document.title} as a whole`}.</figcaption>${scrollBox(card.title, chart)}
${scrollBox(
  `${card.title}, school by school`,
  html`<table><thead><tr><th>School</th>${document.periods.map((year) => html`<th class="number">${year}</th>`)}</tr></thead><tbody>
${[...document.members]
  .sort((left, right) => left.school.name.localeCompare(right.school.name, 'en'))
  .map(
    ({ school, figures }) =>
      html`<tr><td>${school.name}</td>${document.periods.map(
        (year) =>
          html`<td class="number">${formatFigure(
            figures.find((figure) => isHeadline(figure, card, year)),
            card.unit,
          )}</td>`,
      )}</tr>`,
  )}
</tbody></table>`,
)}</figure></details>`;
}

/** How far apart the schools behind the latest figure are: a mean alone would hide them. */
function spreadNote({ unit }: IndicatorCard, figures: readonly PublishedFigure[]): Html | null {
  const spread = figures.at(-1)?.spread;
  if (!spread) return null;
  const [p10, median, p90] = [spread.p10, spread.median, spread.p90].map((value) => formatValue(value, unit));
  return html`<p class="spread">${spread.schools} schools: half are below ${median}, four fifths between ${p10} and ${p90}.</p>`;
}

function protectionNote({ protection: { rule, figures, suppressed } }: EditionDocument): string {
  const protection = { rule: rule.replace(/\.$/, ''), figures, suppressed };
  if (protection.suppressed === 0)
    return `Protection: ${protection.rule}. None of ${formatCount(protection.figures)} figures had to be hidden.`;
  return `Protection: ${protection.rule}. ${formatCount(protection.suppressed)} of ${formatCount(protection.figures)} figures are hidden.`;
}
