import type { Continuity } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';

/** How many of the pairs with evidence in one year have evidence in the next, whatever it is. */
export function continuityOf(before: readonly Tie[], after: readonly Tie[]): Continuity {
  const earlier = new Set(before.map((tie) => tie.schools.join(' ')));
  const later = new Set(after.map((tie) => tie.schools.join(' ')));
  const goOn = [...earlier].filter((pair) => later.has(pair)).length;
  return {
    before: earlier.size,
    goOn,
    new: later.size - goOn,
    share: earlier.size === 0 ? null : goOn / earlier.size,
  };
}
