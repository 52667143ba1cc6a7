import type { GroupingProposal, SchoolRow } from '@collegial/collaboration';
import { type Html, html } from '../report/html.ts';
import { linearScale } from '../report/scale.ts';
import { colorOf } from './group-marks.ts';
import { mapSize } from './groups-map.ts';

const rowHeight = 18;
const top = 40;
const bottom = 24;

/** How attainment is spread in each group: a dot for each school, a mark for the mean. Alike rows are alike groups. */
export function attainmentStrip(
  { groups }: GroupingProposal,
  byId: ReadonlyMap<string, SchoolRow>,
): { readonly height: number; readonly picture: Html | null } {
  const values = [...byId.values()].flatMap(({ attainment }) => (attainment == null ? [] : [attainment]));
  if (values.length === 0) return { height: bottom, picture: null };
  const x = linearScale(values, [24, mapSize - 10], 5);
  const height = top + groups.length * rowHeight + bottom;
  const picture = html`<text x="0" y="18" font-size="11" fill="#59636e">Attainment by group; the bar is the mean</text>
${x.ticks.map((tick) => html`<line x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${top - 6}" y2="${height - bottom}" stroke="#d5dae0"/><text x="${x(tick).toFixed(1)}" y="${top - 9}" font-size="10" fill="#59636e" text-anchor="middle">${Number(tick.toPrecision(6))}</text>`)}
${groups.map(({ label, schools, attainment }, place) => {
  const y = top + place * rowHeight + rowHeight / 2;
  return html`<text x="0" y="${y + 4}" font-size="11" font-weight="700" fill="${colorOf(place)}">${label}</text>${schools.map(
    (id) => {
      const own = byId.get(id)?.attainment;
      return own == null
        ? null
        : html`<circle cx="${x(own).toFixed(1)}" cy="${y}" r="4" fill="${colorOf(place)}" fill-opacity="0.7"><title>${`${byId.get(id)?.name}: ${own}`}</title></circle>`;
    },
  )}${attainment !== null && html`<line x1="${x(attainment.mean).toFixed(1)}" x2="${x(attainment.mean).toFixed(1)}" y1="${y - 8}" y2="${y + 8}" stroke="#1b1f24" stroke-width="2"/>`}`;
})}`;
  return { height, picture };
}
