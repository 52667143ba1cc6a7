import type { Basis, Tie } from '../ties/tie.ts';

/** One piece of evidence with everything it says about the pairs of its schools. */
export interface Piece {
  readonly ties: readonly Tie[];
}

/** Ties put together again: an activity is one piece, however many schools took part; a derived trace one for each pair. */
export function piecesOf(ties: readonly Tie[]): Piece[] {
  const activities = new Map<string, Tie[]>();
  const traces: Piece[] = [];
  for (const tie of ties) {
    const [id] = tie.evidence;
    if (tie.trace !== 'activity' || id === undefined) {
      traces.push({ ties: [tie] });
      continue;
    }
    const known = activities.get(id);
    if (known === undefined) activities.set(id, [tie]);
    else known.push(tie);
  }
  const recorded = [...activities].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...recorded.map(([, list]): Piece => ({ ties: list })), ...traces];
}

/** Derived; or confirmed between at least two of the schools; or unconfirmed. @param ties of one piece, at least one */
export function basisOfPiece(ties: readonly Tie[]): Basis {
  const first = ties[0]!;
  if (first.trace !== 'activity' || first.evidence.length === 0) return first.basis;
  return ties.some((tie) => tie.basis === 'confirmed') ? 'confirmed' : 'unconfirmed';
}
