import { extname } from 'node:path';
import type { GroupSuggestions, SchoolRow } from '@collegial/collaboration';
import { CollegialError } from '@collegial/model';
import { type Html, html } from '../report/html.ts';
import { attainmentStrip } from './attainment-strip.ts';
import { colorOf } from './group-marks.ts';
import { groupsMap, mapSize } from './groups-map.ts';

const gap = 28;
const heading = 54;
const lineHeight = 15;
/** Beyond this many schools, names under the map would be longer than the picture. */
const mostNames = 60;

/**
 * The proposals side by side, as SVG or as an HTML page by the name of the file: schools on a map, each joined to the middle
 * of its group, and how attainment is spread in each group. Groups differ in colour, line and number.
 *
 * @throws CollegialError `argument.invalid` for another kind of file
 */
export function renderPicture(
  suggestions: GroupSuggestions,
  schools: readonly SchoolRow[],
  file: string,
): string {
  const kind = extname(file).toLowerCase();
  if (kind !== '.svg' && kind !== '.html')
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'A picture is an SVG or an HTML file.',
      fix: 'Give --picture a file that ends in .svg or .html.',
    });
  const byId = new Map(schools.map((school) => [school.id, school]));
  const { proposals } = suggestions;
  const strips = proposals.map((proposal) => attainmentStrip(proposal, byId));
  const names = proposals.map((proposal) => nameLines(proposal.groups, byId, schools.length));
  const mapped = schools.some(({ place }) => place);
  const mapHeight = mapped ? mapSize : 0;
  const stripHeight = Math.max(0, ...strips.map((strip) => strip.height));
  const height =
    heading + mapHeight + stripHeight + Math.max(...names.map((lines) => lines.length)) * lineHeight + gap;
  const width = proposals.length * (mapSize + gap) + gap;
  const picture = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif">
<title id="title">Proposed groups of ${schools.length} schools</title>
<desc id="description">${proposals.map((proposal, index) => `Proposal ${index + 1}: ${proposal.words.join(' ')}`).join(' ')}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
${proposals.map((proposal, index) => {
  const left = gap + index * (mapSize + gap);
  const strip = strips[index]!;
  return html`<g transform="translate(${left} 0)">
<text x="0" y="24" font-size="16" font-weight="600" fill="#1b1f24">Proposal ${index + 1}</text>
<text x="0" y="42" font-size="11" fill="#59636e">${summary(proposal.groups.length, proposal.difference, index)}</text>
${mapped && html`<g transform="translate(0 ${heading})">${groupsMap(proposal, byId)}</g>`}
<g transform="translate(0 ${heading + mapHeight})">${strip.picture}</g>
${names[index]!.map(
  ({ label, text, place }, line) =>
    html`<text x="0" y="${heading + mapHeight + stripHeight + line * lineHeight}" font-size="11" fill="#1b1f24">${label !== '' && html`<tspan font-weight="700" fill="${colorOf(place)}">${label} </tspan>`}${text}</text>`,
)}
</g>`;
})}
</svg>`;
  return kind === '.svg'
    ? `<?xml version="1.0" encoding="UTF-8"?>\n${picture.markup}\n`
    : page(picture, suggestions, byId);
}

function summary(groups: number, difference: number, index: number): string {
  const count = `${groups} groups`;
  return index === 0
    ? `${count}, the best by the weights`
    : `${count}, ${Math.round(difference * 100)} % other partnerships than in proposal 1`;
}

function nameLines(
  groups: GroupSuggestions['proposals'][number]['groups'],
  byId: ReadonlyMap<string, SchoolRow>,
  schools: number,
) {
  if (schools > mostNames) return [];
  return groups.flatMap(({ label, schools: ids }, place) =>
    ids.map((id, index) => ({
      label: index === 0 ? label : '',
      text: `${index === 0 ? '' : '\u2003'}${byId.get(id)?.name ?? id}`,
      place,
    })),
  );
}

function page(picture: Html, { proposals }: GroupSuggestions, byId: ReadonlyMap<string, SchoolRow>): string {
  return `<!doctype html>
${
  html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Proposed groups of schools</title>
<style>body{margin:1.5rem;font:16px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff}div{overflow-x:auto}td,th{padding:.2rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #d5dae0}</style></head><body>
<h1>Proposed groups</h1><p>These are proposals. People who know the schools decide.</p><div>${picture}</div>
${proposals.map(
  (proposal, index) =>
    html`<h2>Proposal ${index + 1}</h2><table><thead><tr><th>group</th><th>schools</th></tr></thead><tbody>${proposal.groups.map(
      ({ label, schools }) =>
        html`<tr><th scope="row">${label}</th><td>${schools.map((id) => byId.get(id)?.name ?? id).join('; ')}</td></tr>`,
    )}</tbody></table><ul>${proposal.words.map((words) => html`<li>${words}</li>`)}</ul>`,
)}
</body></html>`.markup
}
`;
}
