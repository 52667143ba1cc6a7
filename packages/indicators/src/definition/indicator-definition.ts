import type { EntityName, IndicatorCard } from '@collegial/model';
import type { Dialect, Sql } from '@collegial/query';
import type * as z from 'zod';
import type { Breakdown } from './breakdown.ts';
import type { Kind } from './kinds.ts';
import type { Source } from './source.ts';

/** Which part of the students' experience, or of their circumstances, an indicator is about (B6, B11, B16). */
export type Dimension = 'presence' | 'participation' | 'achievement' | 'context' | 'between-schools';

/** The parameters of an indicator: an object schema in which everything has a default. */
export type ParameterSchema = z.ZodType<object, unknown>;

/**
 * An indicator: what it means, how it is counted, how it is misread, and the SQL that gives one row for each unit.
 *
 * The SQL reads the views of `@collegial/query` and nothing else. Columns of its rows:
 * - `unit_id` – the unit, found only once in an academic year; `organisation_id`, the one school it is counted at; `academic_year`;
 * - `student_id` and `year_group` – for breakdowns, null where there is none; `record_key` – for protection;
 * - `covered` – true where data was found for the unit, false where some was due and none is there, null where that cannot be known;
 * - what the kind asks for: `numerator` and `denominator`; `value`; `value` and `compared`. A null there: the unit is due, but not
 *   counted in the figure.
 *
 * For `area({ rows: 'schools' })` see {@link area}.
 */
export interface IndicatorDefinition<Parameters extends ParameterSchema = ParameterSchema> {
  /** Stable id: dimension or family, dot, name: `presence.persistent-absence`. A vendor puts its own name first. */
  readonly id: string;
  /** Raised whenever the same data would give another figure. */
  readonly version: number;
  /** Days between which the official definition is this one; a year that is not wholly inside is flagged. */
  readonly valid: { readonly from?: string; readonly to?: string };
  readonly dimension: Dimension;
  readonly title: string;
  /** What the figure says, in one sentence. */
  readonly meaning: string;
  /** How it is worked out, in words that someone with paper could follow. */
  readonly formula: string;
  readonly sources: readonly Source[];
  readonly kind: Kind;
  readonly unit: IndicatorCard['unit'];
  readonly better: IndicatorCard['better'];
  /** Entities without which there is no figure. */
  readonly needs: readonly EntityName[];
  /** Indicators to read beside this one, because improving this one alone may harm them (B13). */
  readonly balancedBy: readonly string[];
  /** How people misread it, and what to ask instead. */
  readonly caution: string;
  /**
   * Why editions leave it out, where it cannot be protected yet: schools' hidden counts could be worked out from it. Absent: editions hold it. Those who
   * may see exact figures see it in any case.
   */
  readonly notPublished?: string;
  /** What may be varied; everything has a default. */
  readonly parameters: Parameters;
  /** What it can be broken down by. */
  readonly breakdowns: readonly Breakdown[];
  /** The select statement. */
  sql(parameters: z.output<Parameters>, dialect: Dialect): Sql;
}
