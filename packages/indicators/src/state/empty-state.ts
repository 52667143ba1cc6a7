import type { State } from '@collegial/model';
import type { Kind } from '../definition/kinds.ts';

/** The state of no units: merging it in changes nothing. */
export function emptyState({ kind }: Pick<Kind, 'kind'>): State {
  const base = { units: 0, keySum: 0 };
  if (kind === 'ratio') return { kind, ...base, numerator: 0, denominator: 0, squares: noSquares };
  if (kind === 'mean') return { kind, ...base, sum: 0, sumOfSquares: 0 };
  if (kind === 'gap') return { kind, ...base, compared: noValues, others: noValues };
  if (kind === 'model') return { kind, ...base, cohorts: [] };
  return { kind, ...base, schools: [] };
}

const noSquares = { numerator: 0, products: 0, denominator: 0 };
const noValues = { units: 0, sum: 0, sumOfSquares: 0 };
