import type { GroupingProposal, SchoolPlace, SchoolRow } from '@collegial/collaboration';
import { type Html, html } from '../report/html.ts';
import { colorOf, dashOf } from './group-marks.ts';

/** Width and height of a map, in pixels. */
export const mapSize = 420;
const margin = 18;
const kilometresPerDegree = 111.195;

/** The schools on a map, each joined to the middle of its group. North is up; distances are true within a city. */
export function groupsMap({ groups }: GroupingProposal, byId: ReadonlyMap<string, SchoolRow>): Html {
  const places = groups.flatMap(({ schools }) => schools.flatMap((id) => byId.get(id)?.place ?? []));
  const { at, pixelsPerKilometre } = projection(places);
  const radius = places.length > 60 ? 5 : 9;
  const bar = barLength(pixelsPerKilometre);
  return html`<rect width="${mapSize}" height="${mapSize}" fill="#f6f7f9" stroke="#d5dae0"/>
${groups.map(({ schools }, place) => {
  const points = schools.flatMap((id) => {
    const own = byId.get(id)?.place;
    return own ? [at(own)] : [];
  });
  if (points.length === 0) return null;
  const middle = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
  return points.map(
    ([x, y]) =>
      html`<line x1="${x.toFixed(1)}" y1="${y.toFixed(1)}" x2="${middle[0]!.toFixed(1)}" y2="${middle[1]!.toFixed(1)}" stroke="${colorOf(place)}" stroke-width="1.5" stroke-dasharray="${dashOf(place)}"/>`,
  );
})}
${groups.map(({ label, schools }, place) =>
  schools.map((id) => {
    const school = byId.get(id);
    if (!school?.place) return null;
    const [x, y] = at(school.place);
    const attainment = school.attainment == null ? '' : `, attainment ${school.attainment}`;
    return html`<g><title>${`${school.name}: group ${label}${attainment}`}</title><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${colorOf(place)}" stroke="#fff"/>${radius > 5 && html`<text x="${x.toFixed(1)}" y="${(y + 3.5).toFixed(1)}" font-size="10" font-weight="700" fill="#fff" text-anchor="middle">${label}</text>`}</g>`;
  }),
)}
<path d="M${margin} ${mapSize - margin}h${(bar * pixelsPerKilometre).toFixed(1)}" stroke="#1b1f24" stroke-width="2"/><text x="${margin}" y="${mapSize - margin - 5}" font-size="11" fill="#1b1f24">${bar} km</text>`;
}

function projection(places: readonly SchoolPlace[]) {
  const latitudes = places.flatMap((place) => ('latitude' in place ? [place.latitude] : []));
  const middle = latitudes.reduce((sum, latitude) => sum + latitude, 0) / Math.max(1, latitudes.length);
  const kilometres = (place: SchoolPlace): [number, number] =>
    'latitude' in place
      ? [
          place.longitude * kilometresPerDegree * Math.cos((middle * Math.PI) / 180),
          -place.latitude * kilometresPerDegree,
        ]
      : [place.easting / 1000, -place.northing / 1000];
  const points = places.map(kilometres);
  const bounds = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]!);
    return { low: Math.min(...values), high: Math.max(...values) };
  });
  const extent = Math.max(0.1, ...bounds.map(({ low, high }) => high - low));
  const pixelsPerKilometre = (mapSize - 2 * margin) / extent;
  const at = (place: SchoolPlace): [number, number] => {
    const point = kilometres(place);
    return [0, 1].map(
      (axis) =>
        mapSize / 2 + (point[axis]! - (bounds[axis]!.low + bounds[axis]!.high) / 2) * pixelsPerKilometre,
    ) as [number, number];
  };
  return { at, pixelsPerKilometre };
}

/** A round number of kilometres that is at most a quarter of the map. */
function barLength(pixelsPerKilometre: number): number {
  const most = mapSize / 4 / pixelsPerKilometre;
  const power = 10 ** Math.floor(Math.log10(most));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power;
}
