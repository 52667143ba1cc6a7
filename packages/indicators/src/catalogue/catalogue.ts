import type { IndicatorCard } from '@collegial/model';
import { type Dialect, duckdb } from '@collegial/query';
import * as z from 'zod';
import type { Breakdown } from '../definition/breakdown.ts';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { parametersOf } from '../definition/parameters-of.ts';
import { indicators } from '../indicators.ts';
import { indicatorCard } from './indicator-card.ts';
import { inlineParameters } from './inline-parameters.ts';

/** An indicator as plain data: everything there is to know about it. */
export interface CatalogueEntry extends IndicatorCard {
  readonly valid: { readonly from?: string; readonly to?: string };
  readonly formula: string;
  /** What is counted: enrolment, student, session, event or school. */
  readonly counts: string;
  /** Entities without which there is no figure. */
  readonly needs: readonly string[];
  readonly balancedBy: readonly string[];
  readonly breakdowns: readonly Breakdown[];
  /** Why editions leave it out; absent: they hold it. */
  readonly notPublished?: string;
  /** JSON Schema of the parameters. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The exact SQL with the default parameters, over the views of `@collegial/query`: one row for each unit. */
  readonly sql: string;
}

/** Options of {@link catalogue}. */
export interface CatalogueOptions {
  /** Default: every indicator of this package. A vendor adds its own. */
  readonly indicators?: readonly IndicatorDefinition[];
  /** SQL dialect; default DuckDB. */
  readonly dialect?: Dialect;
}

/**
 * The indicators as plain data, in order; the documentation and `collegial catalogue --json` are made from it.
 *
 * @example
 * ```ts
 * import { catalogue } from '@collegial/indicators';
 *
 * catalogue().find(({ id }) => id === 'presence.severe-absence')?.counts; // 'enrolment'
 * ```
 */
export function catalogue(options: CatalogueOptions = {}): CatalogueEntry[] {
  return (options.indicators ?? indicators).map((definition) =>
    entryOf(definition, options.dialect ?? duckdb),
  );
}

function entryOf(definition: IndicatorDefinition, dialect: Dialect): CatalogueEntry {
  return {
    ...indicatorCard(definition),
    valid: definition.valid,
    formula: definition.formula,
    counts: definition.kind.counts,
    needs: definition.needs,
    balancedBy: definition.balancedBy,
    breakdowns: definition.breakdowns,
    ...(definition.notPublished === undefined ? {} : { notPublished: definition.notPublished }),
    parameters: z.toJSONSchema(definition.parameters, { io: 'input' }),
    sql: inlineParameters(definition.sql(parametersOf(definition), dialect)),
  };
}
