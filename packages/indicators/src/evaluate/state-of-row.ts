import type { AreaSchool, State, ValueSums } from '@collegial/model';
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
  if (kind.kind === 'gap')
    return { kind: 'gap', ...base, compared: sideOf(of, 'compared'), others: sideOf(of, 'others') };
  return { kind: 'area', ...base, schools: base.units === 0 ? [] : [schoolOf()] };

  function schoolOf(): AreaSchool {
    const [id, weight] = [organisationId, base.units];
    if (kind.kind === 'area' && kind.holds === 'parts') {
      const parts = { compared: sideOf(of, 'compared'), others: sideOf(of, 'others') };
      return { id, value: (parts.compared.sum + parts.others.sum) / weight / 10_000, weight, parts };
    }
    const value = of('total') / weight / 10_000;
    if (kind.kind !== 'area' || kind.holds !== 'squares') return { id, value, weight };
    return { id, value, weight, squares: Math.max(0, of('squares') / 10_000 - weight * value ** 2) };
  }
}

function sideOf(of: (name: string) => number, name: 'compared' | 'others'): ValueSums {
  return { units: of(`${name}_units`), sum: of(`${name}_total`), sumOfSquares: of(`${name}_squares`) };
}
