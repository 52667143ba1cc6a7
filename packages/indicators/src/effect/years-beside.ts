import { formatAcademicYear } from '@collegial/model';
import { type PanelRow, weightedStandardDeviation } from '@collegial/statistics';
import type { ChangedSchool, YearBeside } from './what-changed-result.ts';

/** Means and spreads by year of the schools that joined and of those they are compared with, each by its weight. */
export function yearsBeside(rows: readonly PanelRow[], schools: readonly ChangedSchool[]): YearBeside[] {
  const used = new Map(
    schools.filter(({ role }) => role !== 'left-out').map((school) => [school.school, school]),
  );
  return [...new Set(rows.map(({ year }) => year))]
    .sort((a, b) => a - b)
    .map((year) => {
      const side = (role: ChangedSchool['role']) =>
        rows
          .filter((row) => row.year === year && used.get(row.school)?.role === role)
          .map(({ school, value }) => ({ value, weight: used.get(school)!.weight }));
      const joined = side('joined');
      const comparison = side('comparison');
      return {
        period: formatAcademicYear(year),
        joined: meanOf(joined),
        comparison: meanOf(comparison),
        joinedSpread: spreadOf(joined),
        comparisonSpread: spreadOf(comparison),
      };
    })
    .filter(({ joined, comparison }) => joined !== null || comparison !== null);
}

type Weighted = readonly { readonly value: number; readonly weight: number }[];

function meanOf(values: Weighted): number | null {
  const weight = values.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : values.reduce((sum, one) => sum + one.weight * one.value, 0) / weight;
}

function spreadOf(values: Weighted): number | null {
  return values.length < 2 ? null : weightedStandardDeviation(values);
}
