import type { ConditionStatus, GroupProfile } from '@collegial/model';
import { type Html, html } from './html.ts';
import { scrollBox } from './scroll-box.ts';

const words: Readonly<Record<ConditionStatus, string>> = {
  met: '● met',
  partly: '◐ partly',
  not: '○ not met',
  unknown: '? not known',
};

/** The six conditions, each with its status and why. */
export function conditionsTable({ conditions, period }: GroupProfile): Html {
  return html`<h4>The six conditions of working together</h4>${scrollBox(
    `The six conditions, ${period}`,
    html`<table><thead><tr><th>Condition</th><th>Status</th><th>Rests on</th><th>Why</th></tr></thead><tbody>
${conditions.map(
  (condition) =>
    html`<tr><td>${condition.title}</td><td class="interval-cell">${words[condition.status]}</td><td>${condition.basis === 'review' ? 'the group’s own review' : 'records'}${condition.recordsWithUnconfirmed !== condition.records && ` (with what is not yet confirmed: ${words[condition.recordsWithUnconfirmed].slice(2)})`}</td><td><ul>${condition.why.map((why) => html`<li>${why}</li>`)}</ul></td></tr>`,
)}
</tbody></table>`,
  )}`;
}
