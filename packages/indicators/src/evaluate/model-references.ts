import { academicYearSpan, type ModelState } from '@collegial/model';
import { type QueryEngine, type QueryOptions, sql } from '@collegial/query';
import type { ModelKind } from '../definition/kinds.ts';
import { type ModelReference, modelReference } from '../state/model-reference.ts';
import { mergeParts } from './part.ts';
import type { PartsByYear } from './read-school-parts.ts';

interface Agreement {
  readonly id: string;
  readonly organisation_ids: readonly string[];
  readonly purposes: readonly string[];
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** The model that some schools are compared by in an academic year; `null` where there is none. */
export type ReferenceOf = (year: number, schools: readonly string[]) => ModelReference | null;

/**
 * Fits a model for each population that is needed, once: to all schools with data that a sharing agreement for comparison names, of the agreements
 * in force in that year that name every school of a scope the one that reaches most. Records of schools beyond it are not used.
 */
export async function modelReferences(
  engine: QueryEngine,
  kind: ModelKind,
  parts: PartsByYear,
  options: QueryOptions,
): Promise<ReferenceOf> {
  const agreements = (
    await engine.query<Agreement>(
      sql`select id, organisation_ids, purposes, valid_from, valid_to from sharing_agreement order by id`,
      options,
    )
  ).filter(({ purposes }) => purposes.includes('comparison'));
  const fitted = new Map<string, ModelReference | null>();
  return (year, schools) => {
    const { from, to } = academicYearSpan(year);
    const ofYear = parts.get(year);
    const [widest] = agreements
      .filter(({ valid_from, valid_to }) => valid_from <= to && (valid_to ?? '9999') >= from)
      .filter(({ organisation_ids: named }) => schools.every((school) => named.includes(school)))
      .map(({ id, organisation_ids: named }) => ({
        id,
        parts: [...named].sort().flatMap((school) => ofYear?.get(school)?.all ?? []),
      }))
      .sort((a, b) => b.parts.length - a.parts.length);
    if (widest === undefined || schools.length === 0) return null;
    const key = `${year} ${widest.id}`;
    if (!fitted.has(key)) {
      const { state } = mergeParts(kind, widest.parts);
      fitted.set(key, modelReference(kind, state as ModelState));
    }
    return fitted.get(key) ?? null;
  };
}
