import type { Mapped } from '@collegial/connector-kit';
import { type Ids, staffIdOf } from './wonde-ids.ts';
import type { WireEmployee } from './wonde-schemas.ts';

/**
 * A member of staff at one school. The teacher reference number, written as `RP99/12345` or as seven digits, links the
 * records of one person.
 */
export function mapStaff(row: WireEmployee, ids: Ids): Mapped<'Staff'> {
  const number = row.employment_details?.teacher_number?.replaceAll(/\D/g, '');
  return {
    id: staffIdOf(ids, row.id),
    linkKey: number?.length === 7 ? ids.identity.pseudonym('trn', number) : null,
  };
}
