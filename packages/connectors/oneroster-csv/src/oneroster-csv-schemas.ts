import * as z from 'zod';
import type { BundleRow } from './bundle-row.ts';

/**
 * A row as the reader makes it, with its cells. What the cells hold is read one by one, with drift counted, when the row is mapped: with a million
 * rows, a schema of the cells would cost more than all the rest.
 */
export const WireRow = z.custom<BundleRow>(
  (value) => typeof value === 'object' && value !== null && 'values' in value,
);
