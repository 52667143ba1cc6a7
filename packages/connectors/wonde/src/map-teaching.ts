import type { Mapped } from '@collegial/connector-kit';
import { type Ids, plainIdOf, staffIdOf } from './wonde-ids.ts';
import type { WireClass } from './wonde-schemas.ts';

/** Who teaches a class now; Wonde gives no dates and does not say who is a specialist. */
export function mapTeaching(row: WireClass, ids: Ids): Mapped<'Teaching'>[] {
  const classId = plainIdOf(ids, row.id);
  return row.employees.map((employee) => {
    const staffId = staffIdOf(ids, employee.id);
    return { id: `${classId}:${staffId}`, classId, staffId };
  });
}
