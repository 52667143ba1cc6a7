import { type IndicatorResult, parseAcademicYear } from '@collegial/model';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';

/** Figures of schools by year. */
export interface SchoolFigures {
  /** By school, then academic year. */
  readonly of: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly leftOut: { readonly fewPeople: number; readonly definitionNotValid: number };
}

/**
 * The figures that can be used: not those about fewer than ten people, nor those of years in which the official definition was another one, since a change of definition
 * would look like a change of schools.
 */
export function schoolFigures(results: readonly IndicatorResult[]): SchoolFigures {
  const of = new Map<string, Map<number, number>>();
  let fewPeople = 0;
  let definitionNotValid = 0;
  for (const { scope, state, value, flags, period } of results) {
    if (value === null) continue;
    if (flags.includes('definition-not-valid')) definitionNotValid += 1;
    else if (state.kind !== 'area' && flags.includes('few-units')) fewPeople += 1;
    else {
      const own = of.get(scope.id) ?? new Map<number, number>();
      of.set(scope.id, own.set(parseAcademicYear(period), value));
    }
  }
  return { of, leftOut: { fewPeople, definitionNotValid } };
}

/** Is an indicator made of published figures alone, which may be compared without an agreement? */
export function isPublished({ kind }: IndicatorDefinition): boolean {
  return kind.kind === 'area' && kind.rows === 'schools';
}
