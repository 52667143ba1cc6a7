import type { Holder, Line } from '@collegial/disclosure';
import { merge } from '@collegial/indicators';
import type { IndicatorResult, State, Subgroup } from '@collegial/model';

/** The cells of one indicator in one period: a group and its schools, each with all its subgroups. */
export interface GroupCells {
  /** Sorted. */
  readonly schools: readonly string[];
  /** `null` for all students first, then the subgroups. */
  readonly names: readonly (Subgroup | null)[];
  /** Exact states by cell; that of the group is the merge of those of its schools. */
  readonly states: ReadonlyMap<string, State>;
  /** Which cells add up to which. */
  readonly lines: readonly Line[];
  /** Each school, which holds its own cells. */
  readonly holders: readonly Holder[];
}

/** Lays out exact results of schools, by school, as cells that add up. */
export function groupCells(results: ReadonlyMap<string, readonly IndicatorResult[]>): GroupCells {
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
  return {
    schools,
    names,
    states,
    lines: linesOf(schools, names, states),
    holders: schools.map((school) => ({
      id: school,
      knows: names.map((name) => cellId(school, name)).filter((id) => states.has(id)),
    })),
  };
}

/** Id of a cell: the group is the school with the empty id. */
export function cellId(school: string, subgroup: Subgroup | null): string {
  return subgroup === null ? `${school}|` : `${school}|${subgroup.by}=${subgroup.value}`;
}

function linesOf(
  schools: readonly string[],
  names: readonly (Subgroup | null)[],
  states: ReadonlyMap<string, State>,
): Line[] {
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
