import { type Mapped, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import { type Ids, personalIdOf } from './arbor-ids.ts';
import type { WireStaff } from './arbor-schemas.ts';

/** A member of staff. The official client knows no national number of theirs, so that nobody is linked to another school. */
export function mapStaff(row: z.output<typeof WireStaff>, ids: Ids): Mapped<'Staff'> {
  const id = personalIdOf(ids, 'staff', row.id);
  return row.gone ? remove(id) : { id, linkKey: null };
}
