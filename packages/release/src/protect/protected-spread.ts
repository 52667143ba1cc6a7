import { describe } from '@collegial/indicators';
import type { AreaState, PublishedFigure, Subgroup } from '@collegial/model';
import { fewestSchools, type GroupFiguresOptions } from './group-figures-options.ts';
import { roundValue } from './round-value.ts';

/**
 * The spread between the schools of a group, from those schools alone whose own value rests on enough students; hidden
 * when fewer than three remain, because a reader who holds one value could work out the other. No interval: resampling
 * few schools gives their values away.
 */
export function protectedSpread({
  definition,
  period,
  threshold,
  results,
}: GroupFiguresOptions): PublishedFigure[] {
  const bySubgroup = new Map<
    string,
    { subgroup: Subgroup | null; all: number; enough: AreaState['schools'][number][] }
  >();
  for (const school of [...results.keys()].sort()) {
    for (const { state, subgroup } of results.get(school) ?? []) {
      if (state.kind !== 'area' || state.units === 0) continue;
      const key = subgroup === null ? '' : `${subgroup.by}=${subgroup.value}`;
      const entry = bySubgroup.get(key) ?? { subgroup, all: 0, enough: [] };
      entry.all += state.schools.length;
      entry.enough.push(...state.schools.filter(({ weight }) => weight >= threshold));
      bySubgroup.set(key, entry);
    }
  }
  return [...bySubgroup]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { subgroup, all, enough }]): PublishedFigure => {
      const head = {
        indicator: definition.id,
        version: definition.version,
        subgroup,
        period,
        interval: null,
        spread: null,
      };
      if (enough.length < fewestSchools) {
        return { ...head, value: null, units: null, symbol: 'c', flags: ['suppressed'] };
      }
      const units = enough.reduce((sum, { weight }) => sum + weight, 0);
      const { value } = describe(definition, { kind: 'area', units, keySum: 0, schools: enough });
      return {
        ...head,
        value: value === null ? null : roundValue(value, definition.unit),
        units: null,
        symbol: value === null ? 'z' : null,
        flags: enough.length < all ? ['partial-coverage'] : [],
      };
    });
}
