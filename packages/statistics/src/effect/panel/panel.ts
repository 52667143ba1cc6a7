import { requireThat } from '../../require-that.ts';
import type { PanelRow } from './panel-row.ts';

/** Rows arranged by school and year. */
export interface Panel {
  /** Ids, sorted. */
  readonly schools: readonly string[];
  /** From the first year to the last, without gaps. */
  readonly years: readonly number[];
  /** Schools × years; not a number where there is no row. */
  readonly values: Float64Array;
  /** By school: first year in a group, or null. */
  readonly treatedFrom: readonly (number | null)[];
  readonly group: readonly (string | null)[];
  readonly cluster: readonly string[];
  readonly weight: readonly number[];
  /** Schools × years × context; not a number where there is no row. */
  readonly context: Float64Array;
  readonly contexts: number;
}

/**
 * Arranges rows. Their order changes nothing.
 *
 * @throws RangeError when a school has two rows for a year, contradicts itself on its group, or a figure is not finite
 */
export function createPanel(rows: readonly PanelRow[]): Panel {
  requireThat(rows.length > 0, 'A panel needs rows.');
  const bySchool = new Map<string, PanelRow[]>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    requireThat(Number.isInteger(row.year), 'A year of a panel is a whole number.');
    requireThat(Number.isFinite(row.value), `School ${row.school} has no finite figure in ${row.year}.`);
    first = Math.min(first, row.year);
    last = Math.max(last, row.year);
    const own = bySchool.get(row.school);
    if (own === undefined) bySchool.set(row.school, [row]);
    else own.push(row);
  }
  requireThat(last - first < 200, 'A panel spans at most 200 years.');
  const schools = [...bySchool.keys()].sort();
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const contexts = rows[0]!.context?.length ?? 0;
  const values = new Float64Array(schools.length * years.length).fill(Number.NaN);
  const context = new Float64Array(values.length * contexts).fill(Number.NaN);
  for (const [place, school] of schools.entries())
    for (const row of bySchool.get(school)!) {
      const at = place * years.length + row.year - first;
      requireThat(Number.isNaN(values[at]!), `School ${school} has two rows for ${row.year}.`);
      requireThat((row.context?.length ?? 0) === contexts, 'Every row must have as many context figures.');
      values[at] = row.value;
      context.set(row.context ?? [], at * contexts);
    }
  const facts = schools.map((school) => factsOf(school, bySchool.get(school)!));
  return {
    schools,
    years,
    values,
    treatedFrom: facts.map(({ treatedFrom }) => treatedFrom),
    group: facts.map(({ group }) => group),
    cluster: facts.map(({ cluster }) => cluster),
    weight: facts.map(({ weight }) => weight),
    context,
    contexts,
  };
}

function factsOf(school: string, rows: readonly PanelRow[]) {
  const treatedFrom = rows[0]!.treatedFrom ?? null;
  const group = rows[0]!.group ?? null;
  const { cluster } = rows[0]!;
  requireThat(
    rows.every(
      (row) =>
        (row.treatedFrom ?? null) === treatedFrom && (row.group ?? null) === group && row.cluster === cluster,
    ),
    `School ${school} has rows that contradict each other on its group.`,
  );
  requireThat(
    (treatedFrom === null) === (group === null),
    `School ${school} needs a group and the year it joined, or neither.`,
  );
  const weight =
    rows
      .map((row) => row.weight ?? 1)
      .sort((a, b) => a - b)
      .reduce((sum, value) => sum + value, 0) / rows.length;
  requireThat(weight > 0 && Number.isFinite(weight), `School ${school} has a weight that is not positive.`);
  const own = group === null ? `school ${school}` : `group ${group}`;
  return {
    treatedFrom,
    group,
    cluster: group === null && cluster !== undefined ? `area ${cluster}` : own,
    weight,
  };
}

/** The figure of a school, by its place, in a year; not a number where there is none. */
export function valueAt(panel: Panel, values: Float64Array, school: number, year: number): number {
  const at = year - panel.years[0]!;
  return at < 0 || at >= panel.years.length ? Number.NaN : values[school * panel.years.length + at]!;
}
