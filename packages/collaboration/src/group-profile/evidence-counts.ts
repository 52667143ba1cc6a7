import type { GroupProfile } from '@collegial/model';
import type { Basis, Tie } from '../ties/tie.ts';
import { basisOfPiece, type Piece } from './pieces.ts';

const bases: readonly Basis[] = ['derived', 'confirmed', 'unconfirmed'];

/** How many pieces of evidence a group's profile rests on, by part and basis. */
export function evidenceCounts(
  pieces: readonly Piece[],
  tagged: (tie: Tie) => boolean,
): GroupProfile['evidence'] {
  return (['tagged', 'untagged'] as const).flatMap((part) => {
    const counts = { derived: 0, confirmed: 0, unconfirmed: 0 };
    for (const { ties } of pieces) {
      const own = ties.filter((tie) => tagged(tie) === (part === 'tagged'));
      if (own.length > 0) counts[basisOfPiece(own)] += 1;
    }
    return bases.map((basis) => ({ part, basis, pieces: counts[basis] }));
  });
}
