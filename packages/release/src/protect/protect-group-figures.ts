import { type ProtectedCell, protectFamily } from '@collegial/disclosure';
import { describe, fewPeople, merge } from '@collegial/indicators';
import type { IndicatorResult, PublishedFigure, ResultFlag, State, Subgroup } from '@collegial/model';
import { countsOfState } from './counts-of-state.ts';
import type { GroupFigures, GroupFiguresOptions } from './group-figures-options.ts';
import { fewestSchools } from './group-figures-options.ts';
import { protectedSpread } from './protected-spread.ts';
import { roundValue } from './round-value.ts';

type Shown = Extract<ProtectedCell, { state: 'shown' }>;

/**
 * Figures of a group and its schools for readers who are those schools. Group, schools and all their subgroups are
 * protected as one family against someone from outside and against each school, which holds its own figures. Values
 * and intervals are worked out for the cells that remain, and for no others. With data from fewer than three schools
 * nothing is shown.
 */
export function protectGroupFigures(options: GroupFiguresOptions): GroupFigures {
  const { definition, results, threshold } = options;
  if (definition.kind.kind === 'area') return { group: protectedSpread(options), members: new Map() };
  const schools = [...results.keys()].sort();
  const names = subgroupNames(results);
  const states = new Map<string, State>();
  for (const school of schools) {
    for (const result of results.get(school) ?? []) states.set(cellId(school, result.subgroup), result.state);
  }
  for (const subgroup of names) {
    const parts = schools.flatMap((school) => states.get(cellId(school, subgroup)) ?? []);
    if (parts.length > 0) states.set(cellId('', subgroup), merge(parts));
  }
  const withData = schools.filter((school) => (states.get(cellId(school, null))?.units ?? 0) > 0);
  const cells = [...states].map(([id, state]) => ({
    id,
    counts: countsOfState(definition, state),
    published: withData.length >= fewestSchools,
  }));
  const protectedCells = protectFamily({
    cells,
    lines: linesOf(schools, names, states),
    holders: schools.map((school) => ({
      id: school,
      knows: names.map((name) => cellId(school, name)).filter((id) => states.has(id)),
    })),
    threshold,
  });
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
  return {
    ...head,
    value: value === null ? null : roundValue(value, unit),
    interval:
      interval === null
        ? null
        : { lower: roundValue(interval.lower, unit), upper: roundValue(interval.upper, unit) },
    units: unitsOf(cell, state),
    symbol: value !== null ? null : state.units === 0 ? 'x' : 'z',
    flags: [
      ...(state.units === 0 ? (['no-data'] as const) : []),
      ...(state.units > 0 && state.units < fewPeople ? (['few-units'] as const) : []),
      ...flags,
    ],
  };
}

function unitsOf(cell: Shown, state: State): number {
  if (state.kind === 'mean') return cell.counts[0] ?? 0;
  return state.units;
}

/** What is true of a school's or group's figures as a whole, whatever the subgroup, and gives no count away. */
function commonFlags(results: readonly IndicatorResult[]): ResultFlag[] {
  const kept: readonly ResultFlag[] = ['partial-coverage', 'definition-not-valid'];
  return kept.filter((flag) =>
    results.some((result) => result.subgroup === null && result.flags.includes(flag)),
  );
}

function linesOf(
  schools: readonly string[],
  names: readonly (Subgroup | null)[],
  states: ReadonlyMap<string, State>,
) {
  const existing = (ids: readonly string[]) => ids.filter((id) => states.has(id));
  const breakdowns = [...new Set(names.flatMap((name) => (name === null ? [] : [name.by])))];
  const lines = [
    ...names.map((name) => ({
      total: cellId('', name),
      parts: existing(schools.map((school) => cellId(school, name))),
    })),
    ...['', ...schools].flatMap((school) =>
      breakdowns.map((by) => ({
        total: cellId(school, null),
        parts: existing(names.filter((name) => name?.by === by).map((name) => cellId(school, name))),
      })),
    ),
  ];
  return lines.filter((line) => states.has(line.total) && line.parts.length > 0);
}

function subgroupNames(results: ReadonlyMap<string, readonly IndicatorResult[]>): (Subgroup | null)[] {
  const names = new Map<string, Subgroup | null>();
  for (const result of [...results.values()].flat()) names.set(cellId('', result.subgroup), result.subgroup);
  return [...names].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([, name]) => name);
}

/** Id of a cell: the group is the school with the empty id. */
function cellId(school: string, subgroup: Subgroup | null): string {
  return subgroup === null ? `${school}|` : `${school}|${subgroup.by}=${subgroup.value}`;
}
