import type { PanelRow } from '@collegial/statistics';
import type { AssignedSchools } from './assign-schools.ts';
import type { SchoolFigures } from './outcome-figures.ts';

/** What {@link panelRows} takes. */
export interface PanelRowsOptions {
  readonly assigned: AssignedSchools;
  /** Candidates that may be compared. */
  readonly allowed: ReadonlySet<string>;
  readonly figures: SchoolFigures;
  /** By context indicator. */
  readonly context: readonly SchoolFigures[];
  /** By candidate: what it moves with. */
  readonly clusters: ReadonlyMap<string, string>;
}

/** Figures as a panel: who joined what when, and what each school is matched on. */
export function panelRows({ assigned, allowed, figures, context, clusters }: PanelRowsOptions): PanelRow[] {
  const rows: PanelRow[] = [];
  const add = (school: string, membership: { group: string; since: number } | null) => {
    for (const [year, value] of figures.of.get(school) ?? [])
      rows.push({
        school,
        year,
        value,
        group: membership?.group ?? null,
        treatedFrom: membership?.since ?? null,
        context: context.map(({ of }) => of.get(school)?.get(year) ?? Number.NaN),
        ...(clusters.has(school) ? { cluster: clusters.get(school)! } : {}),
      });
  };
  for (const [school, membership] of assigned.joined) add(school, membership);
  for (const [school, membership] of assigned.candidates) if (allowed.has(school)) add(school, membership);
  return rows;
}
