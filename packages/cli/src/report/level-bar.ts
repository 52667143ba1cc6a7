import { collaborationLevels, type GroupProfile } from '@collegial/model';
import { type Html, html } from './html.ts';
import { levelTitles } from './level-titles.ts';
import { scrollBox } from './scroll-box.ts';

const left = 110;
const plot = 240;
const row = 26;

/** How many pairs of schools stand at each level, the lowest first. */
export function levelBar({ levels, period }: GroupProfile): Html {
  const most = Math.max(1, ...levels.map(({ pairs }) => pairs));
  const width = left + plot + 60;
  const height = levels.length * row + 6;
  const said = levels.map(({ level, pairs }) => `${levelTitles[level]} ${pairs}`).join(', ');
  return scrollBox(
    `Pairs at each level, ${period}`,
    html`<svg class="bars" viewBox="0 0 ${width} ${height}" style="width:${width}px" role="img" aria-label="Pairs at each level: ${said}">
${levels.map(({ level, pairs, pairsWithUnconfirmed }, index) => {
  const y = index * row + 4;
  const strength = collaborationLevels.indexOf(level) / (collaborationLevels.length - 1);
  const other = pairsWithUnconfirmed === pairs ? '' : ` (${pairsWithUnconfirmed})`;
  return html`<g><title>${levelTitles[level]}: ${pairs} pairs, ${pairsWithUnconfirmed} with what is not yet confirmed</title><text class="label" x="${left - 8}" y="${y + 14}" text-anchor="end">${levelTitles[level]}</text><rect class="filled" x="${left}" y="${y}" width="${Math.max(1, (plot * pairs) / most).toFixed(1)}" height="${row - 8}" fill-opacity="${(0.12 + 0.78 * strength).toFixed(2)}"/><text class="value" x="${left + (plot * pairs) / most + 8}" y="${y + 14}">${pairs}${other}</text></g>`;
})}
</svg>${levels.some((one) => one.pairs !== one.pairsWithUnconfirmed) && html`<p class="note">In brackets: with what no partner has confirmed yet.</p>`}`,
  );
}
