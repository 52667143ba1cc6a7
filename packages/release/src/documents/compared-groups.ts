import { requireAgreement } from '@collegial/collaboration';
import type { IndicatorDefinition } from '@collegial/indicators';
import { academicYearSpan, parseAcademicYear } from '@collegial/model';
import type { QueryEngine, QueryOptions } from '@collegial/query';
import { type Withheld, withheldCells } from '../protect/withheld-cells.ts';
import { type Spell, schoolsWithin } from '../read/read-places.ts';
import type { ResultsBySchool } from '../read/results-by-school.ts';
import { whenAgreed } from './when-agreed.ts';

/** The groups whose schools may see figures about each other's students in one period. */
export interface ComparedGroups {
  /** Schools of each group that take part, sorted. */
  readonly schools: ReadonlyMap<string, readonly string[]>;
  /** What is hidden because other figures of the period, of any of the groups, would give it back. */
  readonly withheld: Withheld;
}

/** What {@link comparedGroups} needs to know. */
export interface ComparedGroupsOptions extends QueryOptions {
  readonly definitions: readonly IndicatorDefinition[];
  readonly results: ResultsBySchool;
  /** Spells of schools, by group. */
  readonly spells: ReadonlyMap<string, readonly Spell[]>;
  readonly periods: readonly string[];
  readonly threshold: number;
}

/** Finds, period by period, the groups that an agreement covers, and protects their figures as one. */
export async function comparedGroups(
  engine: QueryEngine,
  { definitions, results, spells, periods, threshold, signal }: ComparedGroupsOptions,
): Promise<Map<string, ComparedGroups>> {
  const compared = new Map<string, ComparedGroups>();
  for (const period of periods) {
    const { from, to } = academicYearSpan(parseAcademicYear(period));
    const groups = new Map<string, readonly string[]>();
    for (const [id, ofGroup] of spells) {
      signal?.throwIfAborted();
      const partners = ofGroup.filter((spell) => spell.takesPart);
      const schools = schoolsWithin(partners, from, to);
      const span = { schools, from, to, ...(signal === undefined ? {} : { signal }) };
      if (await mayCompare(engine, span)) groups.set(id, schools);
    }
    const figures = definitions.map((definition) => ({
      definition,
      groups: new Map(
        [...groups].map(([id, schools]) => [id, results.ofSchools(definition.id, period, schools)]),
      ),
    }));
    compared.set(period, { schools: groups, withheld: withheldCells(figures, threshold) });
  }
  return compared;
}

/** One school alone has nobody to agree with, and nobody to be compared with. */
async function mayCompare(
  engine: QueryEngine,
  span: { schools: readonly string[]; from: string; to: string; signal?: AbortSignal },
): Promise<boolean> {
  if (span.schools.length < 2) return false;
  for (const purpose of ['student-experience', 'comparison'] as const) {
    if ((await whenAgreed(() => requireAgreement(engine, { ...span, purpose }))) !== undefined) return true;
  }
  return false;
}
