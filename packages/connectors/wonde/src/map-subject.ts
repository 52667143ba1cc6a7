import { type Mapped, reject } from '@collegial/connector-kit';
import { type Ids, plainIdOf } from './wonde-ids.ts';
import type { WireSubject } from './wonde-schemas.ts';

/** A subject as taught at a school. */
export function mapSubject(row: WireSubject, ids: Ids): Mapped<'Subject'> {
  const name = row.name ?? row.code;
  if (name === undefined) return reject('A subject has no name.', { field: 'name' });
  return {
    id: plainIdOf(ids, row.id),
    organisationId: row.ofSchool.organisationId,
    name,
    code: row.code ?? null,
  };
}
