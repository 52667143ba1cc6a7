import type { Mapped } from '@collegial/connector-kit';
import { type Ids, personalIdOf } from './vendor-name-ids.ts';
import type { WireStaff } from './vendor-name-schemas.ts';

/** A member of staff; a teacher number that is one (seven digits, England) links the records of one person at several schools. */
export function mapStaff(row: WireStaff, ids: Ids): Mapped<'Staff'> {
  const number = row.teacherNumber?.replace('/', '') ?? '';
  return {
    id: personalIdOf(ids, 'staff', row.id),
    linkKey: /^\d{7}$/.test(number) ? ids.identity.pseudonym('teacher-number', number) : null,
  };
}
