import * as z from 'zod';
import type { Row } from './read-table.ts';

/**
 * A row as {@link readTable} makes it, with its cells. What must be in the cells is for the maps to say: with a million rows, a schema of the cells
 * would cost more than all the rest.
 */
export function wireRow<Joined>(): z.ZodType<Row<Joined>> {
  return z.custom<Row<Joined>>((value) => typeof value === 'object' && value !== null && 'values' in value);
}
