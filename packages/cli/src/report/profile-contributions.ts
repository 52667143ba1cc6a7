import { type GroupProfile, processes, type SchoolContribution } from '@collegial/model';
import { type Html, html } from './html.ts';
import { scrollBox } from './scroll-box.ts';

/** What each school gave and received in each process, in natural units and for its size. */
export function contributionsTable(
  { contributions }: GroupProfile,
  name: (id: string) => string,
): Html | null {
  if (contributions.length === 0) return null;
  const title = new Map(processes.map((process) => [process.id as string, process.title]));
  return html`<details><summary>What each school gave and received: ${contributions.length} lines</summary>${scrollBox(
    'What each school gave and received',
    html`<table><thead><tr><th>Member</th><th>Process</th><th>Unit</th><th>Evidence</th><th class="number">Gave</th><th class="number">Received</th><th class="number">Gave per 100 students</th><th class="number">Received per 100 students</th></tr></thead><tbody>
${contributions.map((line) => html`<tr><td>${name(line.school)}</td><td>${title.get(line.process) ?? line.process}</td><td>${line.unit.replace('-', ' ')}</td><td>${basisInWords(line)}</td><td class="number">${amount(line.gave)}</td><td class="number">${amount(line.received)}</td><td class="number">${amount(line.gavePer100)}</td><td class="number">${amount(line.receivedPer100)}</td></tr>`)}
</tbody></table>`,
  )}<p class="note">A profile, not a score: an hour of training and a place on a course have no common price.</p></details>`;
}

function basisInWords({ basis }: SchoolContribution): string {
  return basis === 'derived' ? 'seen in the systems' : basis;
}

function amount(value: number | null): string {
  return value === null ? '–' : String(Number(value.toFixed(2)));
}
