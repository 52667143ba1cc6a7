import { type GroupProfile, processes } from '@collegial/model';
import { type Html, html } from './html.ts';
import { measuresOf } from './profile-measures.ts';
import { scrollBox } from './scroll-box.ts';

const left = 240;
const plot = 150;
const row = 22;

/** The eight processes in their order, each with the pairs that have evidence in it: tagged to the group, and in all. */
export function processesChart(profile: GroupProfile): Html {
  const pairs = (part: 'tagged' | 'all') =>
    new Map(measuresOf(profile, part).breadth.processes.map((one) => [one.process, one.pairs]));
  const tagged = pairs('tagged');
  const all = pairs('all');
  const most = Math.max(1, ...all.values());
  const width = left + plot + 50;
  const height = processes.length * row + 6;
  const said = processes.map(({ id, title }) => `${title} ${all.get(id) ?? 0}`).join(', ');
  return scrollBox(
    `Pairs with evidence in each process, ${profile.period}`,
    html`<svg class="bars" viewBox="0 0 ${width} ${height}" style="width:${width}px" role="img" aria-label="Pairs with evidence in each process: ${said}">
${processes.map(({ id, title }, index) => {
  const y = index * row + 4;
  const inAll = all.get(id) ?? 0;
  const ofGroup = tagged.get(id) ?? 0;
  const bar = (number: number) => ((plot * number) / most).toFixed(1);
  return html`<g><title>${title}: ${inAll} pairs, ${ofGroup} of them with evidence tagged to the group</title><text class="label" x="${left - 8}" y="${y + 12}" text-anchor="end">${index + 1} ${title}</text><rect class="filled" x="${left}" y="${y}" width="${bar(inAll)}" height="${row - 8}" fill-opacity="0.25"/><rect class="filled" x="${left}" y="${y}" width="${bar(ofGroup)}" height="${row - 8}" fill-opacity="0.8"/><text class="value" x="${left + (plot * inAll) / most + 8}" y="${y + 12}">${inAll}</text></g>`;
})}
</svg><p class="note">Dark: activities tagged to the group. Light: everything else between its schools.</p>`,
  );
}
