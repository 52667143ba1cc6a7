import type { State } from '@collegial/model';
import type { Kind } from '../definition/kinds.ts';

/** The aggregates of a row, all whole numbers; which ones there are depends on the kind. */
export type StateRow = Readonly<Record<string, number>>;

/** The partial state that a row of the school-states statement holds. */
export function stateOfRow(kind: Kind, organisationId: string, row: StateRow): State {
  const of = (name: string) => row[name] as number;
  const base = { units: of('units'), keySum: of('key_sum') };
  if (kind.kind === 'ratio') {
    return {
      kind: 'ratio',
      ...base,
      numerator: of('numerator'),
      denominator: of('denominator'),
      squares: {
        numerator: of('numerator_squares'),
        products: of('products'),
        denominator: of('denominator_squares'),
      },
    };
  }
  if (kind.kind === 'mean') return { kind: 'mean', ...base, sum: of('total'), sumOfSquares: of('squares') };
  if (kind.kind === 'gap') {
    const side = (name: string) => ({
      units: of(`${name}_units`),
      sum: of(`${name}_total`),
      sumOfSquares: of(`${name}_squares`),
    });
    return { kind: 'gap', ...base, compared: side('compared'), others: side('others') };
  }
  const value =
    base.units === 0
      ? []
      : [{ id: organisationId, value: of('total') / base.units / 10_000, weight: base.units }];
  return { kind: 'area', ...base, schools: value };
}
