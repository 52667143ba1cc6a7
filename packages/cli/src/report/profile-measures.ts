import type { GroupProfile, ProfileMeasures, ProfilePart } from '@collegial/model';
import { formatValue } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollBox } from './scroll-box.ts';

const columns = [
  { title: 'For the group', part: 'tagged', unconfirmed: false },
  { title: 'Other evidence', part: 'untagged', unconfirmed: false },
  { title: 'All', part: 'all', unconfirmed: false },
  { title: 'All, with what is not yet confirmed', part: 'all', unconfirmed: true },
] as const;

/** The measures of one part of the evidence. */
export function measuresOf(profile: GroupProfile, part: ProfilePart, unconfirmed = false): ProfileMeasures {
  return profile.measures.find(
    (one) => one.part === part && one.unconfirmed === unconfirmed,
  ) as ProfileMeasures;
}

/** Every measure of a group as a row, with a column for each part of the evidence. */
export function measuresTable(profile: GroupProfile, name: (id: string) => string): Html {
  const names = (ids: readonly string[]) => (ids.length === 0 ? 'none' : ids.map(name).join(', '));
  const rows: readonly (readonly [string, (measures: ProfileMeasures) => string])[] = [
    ['Breadth: processes of eight', ({ breadth }) => String(breadth.breadth)],
    ['Position: direct 0 – longer-term 1', ({ breadth }) => plain(breadth.position)],
    ['Contacts: pairs, density', ({ contact }) => `${contact.links}, ${share(contact.density)}`],
    ['Schools without any contact', ({ contact }) => names(contact.isolates)],
    ['Giving: pairs, density', ({ giving }) => `${giving.links}, ${share(giving.density)}`],
    ['Giving both ways: pairs (dyad reciprocity)', ({ giving }) => share(giving.dyadReciprocity)],
    ['Giving returned: directions (edge reciprocity)', ({ giving }) => share(giving.edgeReciprocity)],
    [
      'One school gives to all (out-degree centralisation)',
      ({ giving }) => plain(giving.givingCentralisation),
    ],
    [
      'All goes to one school (in-degree centralisation)',
      ({ giving }) => plain(giving.receivingCentralisation),
    ],
    ['Schools that neither give nor receive', ({ giving }) => names(giving.isolates)],
    ['Schools without which it falls apart', ({ giving }) => names(giving.articulationPoints)],
    [
      'Depth: reaches teachers or students',
      ({ depth }) => `${share(depth.share)} of ${depth.stated} (known for ${share(depth.coverage)})`,
    ],
    ['With heads alone', ({ depth }) => `${depth.headsOnly} of ${depth.stated}`],
    [
      'Pairs that went on from the year before',
      ({ continuity }) => `${continuity.goOn} of ${continuity.before}, ${continuity.new} new`,
    ],
  ];
  return html`<details><summary>Breadth, giving and receiving, depth, continuity: ${rows.length} measures</summary>${scrollBox(
    'Measures of the group',
    html`<table><thead><tr><th>Measure</th>${columns.map(({ title }) => html`<th>${title}</th>`)}</tr></thead><tbody>
${rows.map(([title, show]) => html`<tr><td>${title}</td>${columns.map(({ part, unconfirmed }) => html`<td>${show(measuresOf(profile, part, unconfirmed))}</td>`)}</tr>`)}
</tbody></table>`,
  )}<p class="note">A contact is any evidence between two schools. Giving means that knowledge or resources moved; a meeting alone gives nothing.</p></details>`;
}

function share(value: number | null): string {
  return value === null ? '–' : formatValue(value, 'proportion');
}

function plain(value: number | null): string {
  return value === null ? '–' : formatValue(value, 'value');
}
