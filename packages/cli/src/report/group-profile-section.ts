import type { GroupProfile } from '@collegial/model';
import { type Html, html } from './html.ts';
import { levelBar } from './level-bar.ts';
import { processesChart } from './processes-chart.ts';
import { conditionsTable } from './profile-conditions.ts';
import { contributionsTable } from './profile-contributions.ts';
import { measuresTable } from './profile-measures.ts';
import { leavingTable, survivalTable } from './profile-resilience.ts';
import { profileStatements } from './profile-statements.ts';

/** The group as a whole: many figures side by side, each with what it rests on, and no score. */
export function groupProfileSection(profile: GroupProfile, name: (id: string) => string): Html {
  return html`<section class="profile"><h3>The group as a whole, ${profile.period}</h3>
<div class="columns">
<figure><figcaption><b>How its pairs stand.</b> On all evidence between two schools, derived and confirmed.</figcaption>${levelBar(profile)}</figure>
<figure><figcaption><b>What they do together.</b> Pairs with evidence in each of the eight processes, from direct impact (1) to longer-term (8).</figcaption>${processesChart(profile)}</figure>
</div>
${profileStatements(profile, name)}
${conditionsTable(profile)}
${measuresTable(profile, name)}
${contributionsTable(profile, name)}
${leavingTable(profile, name)}
${survivalTable(profile)}
</section>`;
}
