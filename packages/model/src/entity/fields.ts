import * as z from 'zod';

/** Builders for the fields of entities: every field is required or `null`, and knows its SQL type. */

/** A day, `YYYY-MM-DD`; stored as DATE. */
export const day = () => z.iso.date().meta({ sqlType: 'DATE' });

/** A short text: one line of at most 500 characters. */
export const text = () => z.string().min(1).max(500);

/** A whole number in 32 bits. */
export const whole = () => z.int().min(-2_147_483_648).max(2_147_483_647).meta({ sqlType: 'INTEGER' });

/** An academic year, named by the calendar year it starts in. */
export const academicYear = () => z.int().min(1900).max(2200).meta({ sqlType: 'SMALLINT' });

/** A number with up to four decimals, stored exactly so that sums do not depend on their order. */
export const decimal = () => z.number().min(-1e13).max(1e13).meta({ sqlType: 'DECIMAL(18,4)' });

/** Full-time equivalent, 0 to 2 (two posts at most). */
export const fte = () => z.number().min(0).max(2).meta({ sqlType: 'DECIMAL(18,4)' });

/** A field that may be unknown: absent and `null` are the same, stored as NULL. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullable().default(null as never);
