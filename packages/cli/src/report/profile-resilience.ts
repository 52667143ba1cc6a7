import { type GroupProfile, processes, type Survival } from '@collegial/model';
import { formatValue } from './format.ts';
import { type Html, html } from './html.ts';
import { scrollBox } from './scroll-box.ts';

/** What remains of the contacts when any one school leaves. */
export function leavingTable({ withoutSchool }: GroupProfile, name: (id: string) => string): Html | null {
  if (withoutSchool.every((one) => one.linksLost === 0)) return null;
  const title = new Map(processes.map((process) => [process.id as string, process.title]));
  const list = (texts: readonly string[]) => (texts.length === 0 ? 'none' : texts.join(', '));
  return html`<details><summary>What remains when a school leaves: ${withoutSchool.length} schools</summary>${scrollBox(
    'What remains when a school leaves',
    html`<table><thead><tr><th>Without</th><th class="number">Contacts left</th><th>Then without contact</th><th>Processes lost</th></tr></thead><tbody>
${withoutSchool.map((one) => html`<tr><td>${name(one.school)}</td><td class="number">${one.linksLeft} of ${one.linksLeft + one.linksLost}</td><td>${list(one.isolates.map(name))}</td><td>${list(one.processesLost.map((id) => title.get(id) ?? id))}</td></tr>`)}
</tbody></table>`,
  )}</details>`;
}

/** What became of the links that there were when money ended or a head left. */
export function survivalTable({ survival }: GroupProfile): Html {
  const rows = [
    { title: 'End of money', of: survival.funding },
    { title: 'Departure of a head', of: survival.head },
  ];
  return html`<details><summary>What went on after the end of money, or of a headship</summary>${scrollBox(
    'What went on after an end',
    html`<table><thead><tr><th>After</th><th class="number">Years</th><th class="number">Pairs at risk</th><th class="number">Ended</th><th class="number">Not seen further</th><th class="number">Still linked</th></tr></thead><tbody>
${rows.map(({ title, of }) =>
  of.curve.length === 0
    ? html`<tr><td>${title}</td><td colspan="5">${whyNone(of)}</td></tr>`
    : of.curve.map(
        (step) =>
          html`<tr><td>${title}</td><td class="number">${step.years}</td><td class="number">${step.atRisk}</td><td class="number">${step.ended}</td><td class="number">${step.censored}</td><td class="number">${formatValue(step.survival, 'proportion')}</td></tr>`,
      ),
)}
</tbody></table>`,
  )}<p class="note">Pairs that cannot be followed further, because the years seen end or a school has left, are taken out when that happens and are not counted as ended.</p></details>`;
}

function whyNone({ occasions, tooEarly, pairs }: Survival): string {
  if (occasions === null) return 'not shown: fewer than three';
  if (occasions === 0) return 'none in the years seen';
  if (pairs === 0) return 'no pair was linked then';
  return `too early to tell: ${tooEarly} pairs`;
}
