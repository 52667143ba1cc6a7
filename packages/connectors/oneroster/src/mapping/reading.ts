import type { EntityInput } from '@collegial/model';
import * as z from 'zod';

/** An organisation as other rows refer to it. */
export interface KnownOrganisation {
  readonly id: string;
  /** Students are on the roll of schools only. */
  readonly kind: EntityInput<'Organisation'>['kind'];
}

/** A line item as results refer to it. */
export interface KnownLineItem {
  readonly title: string | undefined;
  /** Title of its category. */
  readonly category: string | undefined;
  readonly organisationId: string | undefined;
  readonly subjectId: string | undefined;
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
  /** `sourcedId` of its score scale. */
  readonly scoreScale: string | undefined;
}

/**
 * What is known about a whole read and cannot be told from one row. The reader puts it into each row as `reading`, one object for all rows, so that
 * maps stay pure.
 */
export interface Reading {
  /** Day of the read, `YYYY-MM-DD`, by the clock of the source. */
  readonly today: string;
  /** True when only changed rows are read: a row that holds no record then removes what it may have held before. */
  readonly delta: boolean;
  /** First day of roles for which none is given, see {@link rollFromOf}. */
  readonly rollFrom: string;
  /** By `sourcedId`; what becomes of rows that name another one, see `organisationIdOf`. */
  readonly organisations: ReadonlyMap<string, KnownOrganisation>;
  /** By `sourcedId`; only for results. */
  readonly lineItems?: ReadonlyMap<string, KnownLineItem>;
}

/** Field of a wire shape that holds the {@link Reading}. */
export const reading = () =>
  z.custom<Reading>(
    (value) => typeof value === 'object' && value !== null && 'organisations' in value,
    'The row does not say what it was read with.',
  );

/** A row with the reading in it; what is no object stays as it is, and is refused by its wire shape. */
export function withReading(row: unknown, known: Reading): unknown {
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? { ...row, reading: known } : row;
}
