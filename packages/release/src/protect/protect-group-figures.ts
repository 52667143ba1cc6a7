import { type ProtectedCell, protectFamily } from '@collegial/disclosure';
import { describe, fewPeople } from '@collegial/indicators';
import type { IndicatorResult, PublishedFigure, ResultFlag, State, Subgroup } from '@collegial/model';
import { countsOfState, peopleOf } from './counts-of-state.ts';
import { cellId, groupCells } from './group-cells.ts';
import type { GroupFigures, GroupFiguresOptions } from './group-figures-options.ts';
import { fewestSchools } from './group-figures-options.ts';
import { protectedSpread } from './protected-spread.ts';
import { roundValue } from './round-value.ts';

/**
 * Figures of a group and its schools for readers who are those schools. Group, schools and all their subgroups are
 * protected as one family against someone from outside and against each school, which holds its own figures. Values
 * and intervals are worked out for the cells that remain, and for no others. With data from fewer than three schools
 * nothing is shown.
 */
export function protectGroupFigures(options: GroupFiguresOptions): GroupFigures {
  const { definition, results, threshold, withheld } = options;
  const laidOut = groupCells(results);
  const { schools, names, states, lines, holders } = laidOut;
  const withData = schools.filter((school) => (states.get(cellId(school, null))?.units ?? 0) > 0);
  const cells = [...states].map(([id, state]) => ({
    id,
    counts: countsOfState(definition, state),
    published: withData.length >= fewestSchools && withheld?.has(id) !== true,
  }));
  const protectedCells = protectFamily({ cells, lines, holders, threshold });
  if (definition.kind.kind === 'area')
    return { group: protectedSpread(options, laidOut, protectedCells), members: new Map() };
  const figuresOf = (school: string, flags: readonly ResultFlag[]) =>
    names.flatMap((subgroup): PublishedFigure[] => {
      const cell = protectedCells.get(cellId(school, subgroup));
      if (cell === undefined) return [];
      const state = cell.state === 'shown' ? states.get(cell.id) : undefined;
      return [figureOf(options, subgroup, cell, state, flags)];
    });
  return {
    group: figuresOf('', commonFlags([...results.values()].flat())),
    members: new Map(
      schools.map((school) => [school, figuresOf(school, commonFlags(results.get(school) ?? []))]),
    ),
  };
}

/** A figure from a protected cell; of a hidden one no state is given, so that nothing can rest on it. */
function figureOf(
  { definition, period }: GroupFiguresOptions,
  subgroup: Subgroup | null,
  cell: ProtectedCell,
  state: State | undefined,
  flags: readonly ResultFlag[],
): PublishedFigure {
  const head = { indicator: definition.id, version: definition.version, subgroup, period, spread: null };
  if (cell.state === 'hidden' || state === undefined) {
    return { ...head, value: null, interval: null, units: null, symbol: 'c', flags: ['suppressed'] };
  }
  const { value, interval } = describe(definition, state);
  const { unit } = definition;
  const people = peopleOf(definition, state);
  return {
    ...head,
    value: value === null ? null : roundValue(value, unit),
    interval:
      interval === null
        ? null
        : { lower: roundValue(interval.lower, unit), upper: roundValue(interval.upper, unit) },
    units: people,
    symbol: value !== null ? null : people === 0 ? 'x' : 'z',
    flags: [
      ...(people === 0 ? (['no-data'] as const) : []),
      ...(people > 0 && people < fewPeople ? (['few-units'] as const) : []),
      ...flags,
    ],
  };
}

/** What is true of a school's or group's figures as a whole, whatever the subgroup, and gives no count away. */
function commonFlags(results: readonly IndicatorResult[]): ResultFlag[] {
  const kept: readonly ResultFlag[] = ['partial-coverage', 'definition-not-valid'];
  return kept.filter((flag) =>
    results.some((result) => result.subgroup === null && result.flags.includes(flag)),
  );
}
