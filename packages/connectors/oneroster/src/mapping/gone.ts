import { type Removed, remove, type Skipped, skip } from '@collegial/connector-kit';
import type { Reading } from './reading.ts';

/** A row that holds no record: among changes it removes the record that it may have held before; otherwise it is passed over. */
export function gone(reading: Pick<Reading, 'delta'>, id: string, reason: string): Removed | Skipped {
  return reading.delta ? remove(id) : skip(reason);
}
