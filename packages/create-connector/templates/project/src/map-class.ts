import type { Mapped } from '@collegial/connector-kit';
import { type Ids, organisationIdOf, plainIdOf } from './vendor-name-ids.ts';
import type { WireClass } from './vendor-name-schemas.ts';

/** A class or teaching set. */
export function mapClass(row: WireClass, ids: Ids): Mapped<'Class'> {
  return {
    id: plainIdOf(ids, 'class', row.id),
    organisationId: organisationIdOf(ids, row.schoolId, row.schoolUrn),
    name: row.name,
  };
}
