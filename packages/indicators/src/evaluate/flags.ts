import { academicYearSpan, type ResultFlag } from '@collegial/model';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { parametersOf } from '../definition/parameters-of.ts';
import { type Weighting, withWeights } from '../state/area-figure.ts';
import type { ModelReference } from '../state/model-reference.ts';
import type { Part } from './part.ts';

/** Below so many people a figure says little, whatever it is. */
export const fewPeople = 10;
/** Below so many schools a mean or spread of schools says little. */
export const fewSchools = 3;
/** Below this share of units with data a figure is flagged as partial. */
export const fullCoverage = 0.95;

/** Share of the units due that data was found for; `null` when that cannot be known or nothing is due. */
export function coverageOf({ due, covered, uncertain }: Part): number | null {
  return due === 0 || uncertain > 0 ? null : covered / due;
}

/** What a reader must know, in a fixed order. */
export function flagsOf(
  definition: IndicatorDefinition,
  part: Part,
  academicYear: number,
  parameters: unknown,
): ResultFlag[] {
  const { state } = part;
  const coverage = coverageOf(part);
  const { from, to } = academicYearSpan(academicYear);
  const { valid } = definition;
  const few =
    state.kind === 'area'
      ? state.schools.length < fewSchools ||
        (definition.kind.kind === 'area' && definition.kind.rows === 'people' && state.units < fewPeople)
      : state.units < fewPeople;
  const weighting = weightingOf(definition, part, parameters);
  const flags: readonly (readonly [ResultFlag, boolean])[] = [
    ['no-data', state.units === 0],
    ['few-units', state.units > 0 && few],
    ['partial-coverage', coverage !== null && coverage < fullCoverage && state.units > 0],
    [
      'definition-not-valid',
      (valid.from !== undefined && from < valid.from) || (valid.to !== undefined && to > valid.to),
    ],
    ['unweighted', weighting === 'none'],
    ['partly-weighted', weighting === 'most'],
    ['suppressed-at-source', part.suppressed > 0],
  ];
  return flags.filter(([, raised]) => raised).map(([flag]) => flag);
}

function weightingOf(definition: IndicatorDefinition, { state }: Part, parameters: unknown): Weighting {
  const { kind } = definition;
  if (kind.kind !== 'area' || state.kind !== 'area' || state.schools.length < 2) return 'all';
  const statistic = kind.statistic(parametersOf(definition, parameters) as never);
  return statistic === 'mean' ? withWeights(state.schools).weighting : 'all';
}

/** What must be known of the model behind a figure; nothing of figures of other kinds. */
export function modelFlags({ state }: Part, reference: ModelReference | null | undefined): ResultFlag[] {
  if (reference === undefined || state.units === 0) return [];
  if (reference === null) return ['no-reference'];
  return reference.fit.status === 'singular' ? ['no-difference'] : [];
}
