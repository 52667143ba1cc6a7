import { CollegialError, entities, entityNames } from '@collegial/model';
import * as z from 'zod';
import { breakdowns } from './breakdown.ts';
import type { IndicatorDefinition, ParameterSchema } from './indicator-definition.ts';

/** What {@link defineIndicator} takes: parameters and breakdowns may be left out. */
export type IndicatorInput<Parameters extends ParameterSchema> = Omit<
  IndicatorDefinition<Parameters>,
  'parameters' | 'breakdowns'
> & {
  /** Default: none. */
  readonly parameters?: Parameters;
  /** Default: all of them for figures about people, none for figures that schools are given. */
  readonly breakdowns?: IndicatorDefinition['breakdowns'];
};

const units: readonly IndicatorDefinition['unit'][] = [
  'proportion',
  'rate-per-100',
  'points',
  'grades',
  'spread',
  'value',
];

/**
 * Declares an indicator and checks it, so that a mistake shows where it is made. Catalogue, evaluation, protection and charts then
 * treat it like any other.
 *
 * @throws CollegialError `indicator.invalid`
 *
 * @example
 * ```ts
 * import { book, defineIndicator, ratio } from '@collegial/indicators';
 * import { sql } from '@collegial/query';
 *
 * const punctuality = defineIndicator({
 *   id: 'example.punctuality', version: 1, valid: {}, dimension: 'presence', title: 'Punctuality',
 *   meaning: 'Share of attended sessions without a late arrival before the register closed.',
 *   formula: '(attended − late) ÷ attended',
 *   sources: [book('B6')], kind: ratio({ counts: 'session' }), unit: 'proportion', better: 'higher',
 *   needs: ['AttendanceMark', 'Enrolment'], balancedBy: [], caution: 'Schools close their registers at different times.',
 *   sql: () => sql`
 *     select enrolment_id as unit_id, student_id, record_key, organisation_id, academic_year, null as year_group, true as covered,
 *       attended - late_before as numerator, attended as denominator
 *     from attendance_year where attended > 0`,
 * });
 * punctuality.kind.kind; // 'ratio'
 * ```
 */
export function defineIndicator<
  Parameters extends ParameterSchema = z.ZodObject<Record<never, never>, z.core.$strict>,
>(input: IndicatorInput<Parameters>): IndicatorDefinition<Parameters> {
  const aboutSchools = input.kind.kind === 'area' && input.kind.rows === 'schools';
  const definition: IndicatorDefinition<Parameters> = {
    parameters: z.strictObject({}) as unknown as Parameters,
    breakdowns: aboutSchools || input.kind.kind === 'model' ? [] : breakdowns,
    ...input,
  };
  const invalid = (what: string) =>
    new CollegialError({ code: 'indicator.invalid', message: `Indicator “${definition.id}”: ${what}.` });
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(definition.id))
    throw invalid('its id is not of the form family.name in lower case');
  if (!Number.isInteger(definition.version) || definition.version < 1)
    throw invalid('its version is not a whole number from 1 on');
  for (const field of ['title', 'meaning', 'formula', 'caution'] as const)
    if (definition[field].trim() === '') throw invalid(`its ${field} is empty`);
  if (!units.includes(definition.unit)) throw invalid(`its unit is none of ${units.join(', ')}`);
  if (definition.notPublished?.trim() === '') throw invalid('it does not say why editions leave it out');
  if (definition.sources.length === 0) throw invalid('it names no source');
  const unknown = definition.needs.filter((name) => !entityNames.includes(name));
  if (unknown.length > 0) throw invalid(`it needs ${unknown.join(', ')}, which the model does not have`);
  if (aboutSchools && definition.breakdowns.length > 0)
    throw invalid('figures given for schools cannot be broken down by characteristics of students');
  if (definition.kind.kind === 'model') {
    if (definition.breakdowns.length > 0) throw invalid('a model cannot be broken down');
    // The sums of products behind it give the characteristics of a school's students away.
    if (definition.notPublished === undefined) throw invalid('it does not say why editions leave it out');
  }
  const defaults = definition.parameters.safeParse({});
  if (!defaults.success) throw invalid('not every one of its parameters has a default');
  const { kind } = definition;
  const measured = kind.kind === 'area' && typeof kind.statistic(defaults.data as never) !== 'string';
  // A spread shows nothing of one school; a measure such as an index of segregation rests on counts that protection does not know.
  if (
    measured &&
    definition.notPublished === undefined &&
    definition.needs.some((name) => entities[name].personal)
  )
    throw invalid(
      'it has a measure of its own over records of people, and does not say why editions leave it out',
    );
  return definition;
}
