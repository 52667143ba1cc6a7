import type { MapContext, Mapped } from '@collegial/connector-kit';
import type * as z from 'zod';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireStaff } from './edfi-schemas.ts';
import { linkKeyOf } from './map-student.ts';
import type { Row } from './read/resolved.ts';

/** A member of staff. */
export function mapStaff(
  row: Row<z.output<typeof WireStaff>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Staff'> {
  return {
    id: personalId(context, 'staff', row.collegial.guid ?? ''),
    linkKey: linkKeyOf(context, 'staff', row.staffUniqueId),
  };
}
