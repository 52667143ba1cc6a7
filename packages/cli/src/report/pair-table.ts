import { levelChanges, nameSchools } from '@collegial/collaboration';
import { type LevelVariations, collaborationLevels as levels, type PairLevel } from '@collegial/model';
import { type Html, html } from './html.ts';
import { levelTitles } from './level-titles.ts';
import { scrollBox } from './scroll-box.ts';

/**
 * Each pair of one period with its level, what that rests on, how firm it is and how it changed.
 *
 * @param all pairs of every period
 */
export function pairTable(
  pairs: readonly PairLevel[],
  all: readonly PairLevel[],
  name: (id: string) => string,
): Html | null {
  if (pairs.length === 0) return null;
  const rows = [...pairs].sort((left, right) => levels.indexOf(right.level) - levels.indexOf(left.level));
  return html`<details><summary>Levels and what they rest on: ${rows.length} pairs</summary>${scrollBox(
    'Levels and what they rest on',
    html`<table><thead><tr><th>Schools</th><th>Level</th><th>With what is not yet confirmed</th><th>How firm</th><th>Criteria</th></tr></thead><tbody>
${rows.map((pair) => html`<tr><td>${name(pair.schools[0])} – ${name(pair.schools[1])}</td><td>${levelTitles[pair.level]}${note(nameSchools(pair.reading, pair.schools, name))}${note(changeOf(pair, all))}</td><td>${levelTitles[pair.levelWithUnconfirmed]}</td><td>${firmness(pair)}</td><td><ul>${pair.criteria.map((criterion) => html`<li class="${criterion.met ? 'met' : 'missing'}">${criterion.title}: ${nameSchools(criterion.detail, pair.schools, name)}</li>`)}</ul></td></tr>`)}
</tbody></table>`,
  )}</details>`;
}

function note(text: string): Html | null {
  return text === '' ? null : html`<br><span class="note">${text}</span>`;
}

function firmness({ stability }: PairLevel): string {
  if (stability === null) return '–';
  return `${share(stability.downward)} with less, ${share(stability.upward)} with more evidence`;
}

function share({ kept, variations }: LevelVariations): string {
  return `${kept} of ${variations} variations keep it`;
}

/** How the level came to be what it is since the period before, where the document has that. */
function changeOf(pair: PairLevel, all: readonly PairLevel[]): string {
  const same = all.filter(({ schools }) => schools.join() === pair.schools.join());
  const change = levelChanges(same).find(({ to }) => to.period === pair.period);
  return change === undefined ? '' : `${levelTitles[change.from.level]} in ${change.from.period}`;
}
