import type { ProtectedCell } from '@collegial/disclosure';
import { describe } from '@collegial/indicators';
import type { AreaState, PublishedFigure } from '@collegial/model';
import { cellId, type GroupCells } from './group-cells.ts';
import { fewestSchools, type GroupFiguresOptions } from './group-figures-options.ts';
import { roundValue } from './round-value.ts';

/**
 * The spread between the schools of a group, from those schools alone whose own value may be shown; hidden when fewer
 * than three remain, because a reader who holds one value could work out the other. A school whose value is hidden to
 * protect another one is left out too: out of the spread its value could be worked out, and with it the other one's. No
 * interval: resampling few schools gives their values away.
 */
export function protectedSpread(
  { definition, period }: GroupFiguresOptions,
  { schools, names, states }: GroupCells,
  cells: ReadonlyMap<string, ProtectedCell>,
): PublishedFigure[] {
  return names.flatMap((subgroup): PublishedFigure[] => {
    const ids = schools.map((school) => cellId(school, subgroup));
    const areas = ids.flatMap((id) => {
      const state = states.get(id);
      return state?.kind === 'area' && state.schools.length > 0 ? [{ id, state }] : [];
    });
    if (areas.length === 0) return [];
    const shown: AreaState[] = areas
      .filter(({ id }) => cells.get(id)?.state === 'shown')
      .map(({ state }) => state);
    const head = {
      indicator: definition.id,
      version: definition.version,
      subgroup,
      period,
      interval: null,
      units: null,
      spread: null,
    };
    if (shown.length < fewestSchools) return [{ ...head, value: null, symbol: 'c', flags: ['suppressed'] }];
    const { value } = describe(definition, {
      kind: 'area',
      units: shown.reduce((sum, { units }) => sum + units, 0),
      keySum: 0,
      schools: shown.flatMap((state) => state.schools),
    });
    return [
      {
        ...head,
        value: value === null ? null : roundValue(value, definition.unit),
        symbol: value === null ? 'z' : null,
        flags: shown.length < areas.length ? ['partial-coverage'] : [],
      },
    ];
  });
}
