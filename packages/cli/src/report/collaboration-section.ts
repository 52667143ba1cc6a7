import {
  type CollaborationLevel,
  type EditionDocument,
  type LedgerEntry,
  collaborationLevels as levels,
  type PairLevel,
  processes,
} from '@collegial/model';
import { formatCount } from './format.ts';
import { groupProfileSection } from './group-profile-section.ts';
import { type Html, html } from './html.ts';
import { levelTitles } from './level-titles.ts';
import { pairMatrix } from './pair-matrix.ts';
import { pairTable } from './pair-table.ts';
import { scrollBox } from './scroll-box.ts';

const short: Readonly<Record<CollaborationLevel, string>> = {
  'no-link-seen': '–',
  association: 'assoc.',
  cooperation: 'coop.',
  collaboration: 'collab.',
  collegiality: 'colleg.',
};

/** Who gives what to whom, and how close each pair of schools is, in the latest period. */
export function collaborationSection(document: EditionDocument): Html | null {
  const { collaboration } = document;
  if (collaboration === null) return null;
  const period = [...collaboration.pairs, ...collaboration.ledger]
    .map((entry) => entry.period)
    .sort()
    .at(-1);
  if (period === undefined) return null;
  const named = new Map(collaboration.schools.map((school) => [school.id, school]));
  const pairsOfPeriod = collaboration.pairs.filter((pair) => pair.period === period);
  // Schools with a pair in this period are those that were partners in it: one that has closed is not.
  const partners = new Set([
    ...pairsOfPeriod.flatMap((pair) => pair.schools),
    ...collaboration.ledger
      .filter((entry) => entry.period === period)
      .flatMap((entry) => [entry.provider, entry.recipient]),
  ]);
  const schools = [...partners].sort().map((id) => named.get(id) ?? { id, name: id });
  const name = (id: string) => schools.find((school) => school.id === id)?.name ?? id;
  const pairs = pairsOfPeriod;
  const ledger = collaboration.ledger.filter((entry) => entry.period === period);
  const profile = collaboration.profiles?.find((one) => one.period === period);
  return html`<section><h3>Working together, ${period}</h3>
<div class="columns">
<figure><figcaption><b>How close each pair is.</b> On evidence from the schools' systems and activities that a partner confirmed: a pair may stand higher than what was seen.</figcaption>
${pairMatrix({ title: `Level of each pair, ${period}`, schools, at: (row, column) => levelCell(pairs, row, column, name) })}</figure>
<figure><figcaption><b>Who gave staff time to whom.</b> Days of staff time: rows gave, columns received.</figcaption>
${pairMatrix({ title: `Staff days given, ${period}`, schools, at: staffDays(ledger, name) })}</figure>
</div>
${ledgerTable(ledger, name)}
${pairTable(pairs, collaboration.pairs, name)}
</section>${profile !== undefined && groupProfileSection(profile, name)}`;
}

function levelCell(pairs: readonly PairLevel[], row: string, column: string, name: (id: string) => string) {
  const pair = pairs.find(({ schools }) => schools.includes(row) && schools.includes(column));
  if (pair === undefined || pair.level === 'no-link-seen') return undefined;
  return {
    strength: levels.indexOf(pair.level) / (levels.length - 1),
    text: short[pair.level],
    title: `${name(row)} and ${name(column)}: ${levelTitles[pair.level]}`,
  };
}

function staffDays(ledger: readonly LedgerEntry[], name: (id: string) => string) {
  const amounts = new Map<string, number>();
  for (const { provider, recipient, unit, amount } of ledger) {
    const days = unit === 'staff-days' ? amount : unit === 'staff-hours' ? amount / 6.5 : 0;
    if (days > 0)
      amounts.set(`${provider}\n${recipient}`, (amounts.get(`${provider}\n${recipient}`) ?? 0) + days);
  }
  const most = Math.max(1, ...amounts.values());
  return (row: string, column: string) => {
    const days = amounts.get(`${row}\n${column}`);
    if (days === undefined) return undefined;
    return {
      strength: days / most,
      text: days < 1 ? '<1' : formatCount(days),
      title: `${name(row)} to ${name(column)}: ${days.toFixed(1)} staff days`,
    };
  };
}

function ledgerTable(ledger: readonly LedgerEntry[], name: (id: string) => string): Html {
  if (ledger.length === 0) return html`<p class="note">No contribution was seen in this period.</p>`;
  const order = new Map(processes.map(({ id }, index) => [id as string, index]));
  const rows = [...ledger].sort(
    (left, right) =>
      (order.get(left.process) ?? 9) - (order.get(right.process) ?? 9) ||
      name(left.provider).localeCompare(name(right.provider), 'en') ||
      name(left.recipient).localeCompare(name(right.recipient), 'en'),
  );
  return html`<details><summary>Contribution ledger: ${rows.length} entries</summary>${scrollBox(
    'Contribution ledger',
    html`<table><thead><tr><th>Process</th><th>From</th><th>To</th><th class="number">Amount</th><th>Unit</th><th>Evidence</th></tr></thead><tbody>
${rows.map((entry) => html`<tr><td>${processes.find(({ id }) => id === entry.process)?.title ?? entry.process}</td><td>${name(entry.provider)}</td><td>${name(entry.recipient)}</td><td class="number">${Number(entry.amount.toFixed(1))}</td><td>${entry.unit.replace('-', ' ')}</td><td>${entry.basis === 'derived' ? 'seen in the systems' : entry.basis}</td></tr>`)}
</tbody></table>`,
  )}</details>`;
}
