import { type Cell, type Holder, type Line, protectFamily } from '@collegial/disclosure';
import type { IndicatorDefinition } from '@collegial/indicators';
import type { IndicatorResult, State } from '@collegial/model';
import { countsOfState, peopleOf } from './counts-of-state.ts';
import { groupCells } from './group-cells.ts';

/** Exact results of one indicator in one period, by group and school. */
export interface IndicatorResults {
  readonly definition: IndicatorDefinition;
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, readonly IndicatorResult[]>>;
}

/** The cells of a group that no figure of an indicator may show; see `groupCells` for their ids. */
export type Withheld = (indicator: string, group: string) => ReadonlySet<string>;

/**
 * The cells that may not be shown because another figure of the edition would give a hidden one back, over all indicators
 * and groups of a period. Figures about the same students print the same number of them, attendance is what absence
 * leaves, and absence is authorised or not: such numbers are one cell here, so that what one indicator hides is not
 * shown by the next. A school in two groups is one cell as well: what it hides in the one it hides in the other.
 */
export function withheldCells(indicators: readonly IndicatorResults[], threshold: number): Withheld {
  const withheld = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
  for (const groups of overlapping(indicators)) {
    const hidden = withheldOf(
      indicators.map(({ definition, groups: all }) => ({
        definition,
        groups: new Map([...all].filter(([group]) => groups.includes(group))),
      })),
      threshold,
    );
    for (const group of groups) withheld.set(group, hidden);
  }
  return (indicator, group) => {
    const hidden = withheld.get(group)?.get(indicator) ?? [];
    return new Set([...hidden].flatMap((id) => cellWithin(group, id) ?? []));
  };
}

/** Groups that share schools, directly or by way of others, together: only they can tell of each other. */
function overlapping(indicators: readonly IndicatorResults[]): string[][] {
  let parts: { groups: string[]; schools: Set<string> }[] = [];
  for (const [group, results] of indicators[0]?.groups ?? []) {
    const own = { groups: [group], schools: new Set(results.keys()) };
    const met = parts.filter(({ schools }) => [...own.schools].some((school) => schools.has(school)));
    const joined = {
      groups: [...met, own].flatMap(({ groups }) => groups),
      schools: new Set([...met, own].flatMap(({ schools }) => [...schools])),
    };
    parts = [...parts.filter((part) => !met.includes(part)), joined];
  }
  return parts.map(({ groups }) => groups);
}

/** Withheld cells by indicator, of groups that share schools. */
function withheldOf(indicators: readonly IndicatorResults[], threshold: number): Map<string, Set<string>> {
  const laidOut = indicators.map(({ definition, groups }) => ({ definition, ...cellsOfGroups(groups) }));
  const withheld = withheldNumbers(laidOut, threshold);
  // The cells of one group alone are protected where its figures are made.
  if ((indicators[0]?.groups.size ?? 0) < 2) return withheld;
  for (const { definition, states, lines, holders } of laidOut) {
    const hidden = withheld.get(definition.id) as Set<string>;
    const cells = [...states].map(([id, state]) => ({
      id,
      counts: countsOfState(definition, state),
      published: !hidden.has(id),
    }));
    for (const cell of protectFamily({ cells, lines, holders, threshold }).values())
      if (cell.state === 'hidden') hidden.add(cell.id);
  }
  return withheld;
}

/** Cells of one indicator over all groups: a school's are there once, each group has its own. */
interface Cells {
  readonly states: ReadonlyMap<string, State>;
  readonly lines: readonly Line[];
  readonly holders: readonly Holder[];
}

function cellsOfGroups(groups: IndicatorResults['groups']): Cells {
  const states = new Map<string, State>();
  const lines = new Map<string, Line>();
  const holders = new Map<string, Holder>();
  for (const [group, results] of groups) {
    const cells = groupCells(results);
    const idOf = (cell: string) => idAmongGroups(group, cell);
    for (const [cell, state] of cells.states) states.set(idOf(cell), state);
    for (const { total, parts } of cells.lines) add(lines, { total: idOf(total), parts: parts.map(idOf) });
    for (const { id, knows } of cells.holders) holders.set(id, { id, knows: knows.map(idOf) });
  }
  return { states, lines: inOrder(lines), holders: [...holders.values()] };
}

const mark = '\u001f';

function idAmongGroups(group: string, cell: string): string {
  return cell.startsWith('|') ? `${mark}${group}${mark}${cell}` : cell;
}

/** The id of a cell inside a group; `undefined` for the cell of another group. */
function cellWithin(group: string, id: string): string | undefined {
  if (!id.startsWith(mark)) return id;
  const start = `${mark}${group}${mark}`;
  return id.startsWith(start) ? id.slice(start.length) : undefined;
}

/** Session counts that add up: whoever reads two of them has the third. */
const sessions = { total: 'absent', parts: ['authorised', 'unauthorised'] } as const;

/** Cells by indicator whose numbers, taken from whichever indicator prints them, would give a small one back. */
function withheldNumbers(
  indicators: readonly (Cells & { readonly definition: IndicatorDefinition })[],
  threshold: number,
): Map<string, Set<string>> {
  const numbers = new Map<string, Cell>();
  const lines = new Map<string, Line>();
  const holders = new Map<string, Set<string>>();
  const numbersOf = new Map<string, Map<string, string[]>>();
  const sessionsOf = new Map<string, Map<string, string>>();
  for (const { definition, states, lines: own, holders: schools } of indicators) {
    const byCell = new Map<string, string[]>();
    const named = new Map<string, string>();
    for (const [cell, state] of states) {
      for (const [what, count] of numbersGiven(definition, state)) {
        const id = `${what} ${count} ${cell}`;
        numbers.set(id, { id, counts: [count] });
        named.set(`${what} ${cell}`, id);
        byCell.set(cell, [...(byCell.get(cell) ?? []), id]);
        sessionsOf.set(cell, (sessionsOf.get(cell) ?? new Map<string, string>()).set(what, id));
      }
    }
    numbersOf.set(definition.id, byCell);
    for (const what of ['people', 'attended', sessions.total, ...sessions.parts]) {
      for (const line of own) {
        const total = named.get(`${what} ${line.total}`);
        const parts = line.parts.flatMap((part) => named.get(`${what} ${part}`) ?? []);
        if (total !== undefined) add(lines, { total, parts });
      }
    }
    for (const { id, knows } of schools) {
      const known = holders.get(id) ?? new Set<string>();
      for (const number of knows.flatMap((cell) => byCell.get(cell) ?? [])) known.add(number);
      holders.set(id, known);
    }
  }
  for (const named of sessionsOf.values()) {
    const total = named.get(sessions.total);
    const parts = sessions.parts.flatMap((part) => named.get(part) ?? []);
    if (total !== undefined && parts.length === sessions.parts.length) add(lines, { total, parts });
  }
  const shown = protectFamily({
    cells: [...numbers.values()],
    lines: inOrder(lines),
    holders: [...holders].map(([id, knows]) => ({ id, knows: [...knows] })),
    threshold,
  });
  const hidden = (ids: readonly string[]) => ids.some((id) => shown.get(id)?.state === 'hidden');
  return new Map(
    [...numbersOf].map(([indicator, byCell]) => [
      indicator,
      new Set([...byCell].filter(([, ids]) => hidden(ids)).map(([cell]) => cell)),
    ]),
  );
}

/** Numbers that a figure gives away and that another indicator gives away as well. */
function numbersGiven(definition: IndicatorDefinition, state: State): [what: string, count: number][] {
  const people: [string, number] = ['people', peopleOf(definition, state)];
  if (state.kind !== 'ratio') return [people];
  const { numerator, denominator } = state;
  if (definition.id === 'presence.absence-rate')
    return [people, ['absent', numerator], ['attended', denominator - numerator]];
  if (definition.id === 'presence.attendance-rate')
    return [people, ['absent', denominator - numerator], ['attended', numerator]];
  if (definition.id === 'presence.authorised-absence-rate') return [people, ['authorised', numerator]];
  if (definition.id === 'presence.unauthorised-absence-rate') return [people, ['unauthorised', numerator]];
  return [people];
}

function add(lines: Map<string, Line>, line: Line): void {
  lines.set(JSON.stringify(line), line);
}

function inOrder(lines: ReadonlyMap<string, Line>): Line[] {
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}
