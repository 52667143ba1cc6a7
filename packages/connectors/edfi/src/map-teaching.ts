import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import { readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId, plainId } from './edfi-ids.ts';
import type { WireStaffInSection } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** A member of staff who teaches a section. Who only supports is left out; a position that is not known is counted, and left out too. */
export function mapTeaching(
  row: Row<z.output<typeof WireStaffInSection>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Teaching'> {
  const { guid = '', staff, section } = row.collegial;
  const id = personalId(context, 'teaching', guid);
  if (staff === undefined)
    return reject('The person is not among the staff that can be read.', { field: 'staffReference' });
  if (section === undefined)
    return reject('The section is not among those that can be read.', { field: 'sectionReference' });
  if (readDescriptor('ClassroomPosition', row.classroomPositionDescriptor, context) !== 'teaches')
    return remove(id);
  return {
    id,
    classId: plainId(context, section),
    staffId: personalId(context, 'staff', staff),
    validFrom: row.beginDate ?? null,
    validTo: row.endDate ?? null,
  };
}
