import type { Tie } from '../ties/tie.ts';

/**
 * What makes ties one piece of evidence: the same records. A post that four schools share, or that lasts for two years, is
 * one piece with several ties. Where records are not named, the same person is one, else each tie for itself.
 */
export function pieceOfEvidence(tie: Tie): unknown {
  if (tie.evidence.length === 1) return tie.evidence[0];
  return tie.evidence.length > 0 ? tie.evidence.join(' ') : (tie.person ?? tie);
}

/** Ties by the piece of evidence that they come from. */
export function byPiece(ties: readonly Tie[]): Tie[][] {
  const pieces = new Map<unknown, Tie[]>();
  for (const tie of ties) {
    const key = pieceOfEvidence(tie);
    const known = pieces.get(key);
    if (known === undefined) pieces.set(key, [tie]);
    else known.push(tie);
  }
  return [...pieces.values()];
}
