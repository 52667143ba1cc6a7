import { type Mapped, reject } from '@collegial/connector-kit';
import { readYearGroup } from './map-enrolment.ts';
import { type Ids, plainIdOf } from './wonde-ids.ts';
import type { WireClass } from './wonde-schemas.ts';

/** A class. Wonde says nothing of sets. */
export function mapClass(row: WireClass, ids: Ids): Mapped<'Class'> {
  const name = row.name ?? row.code;
  if (name === undefined) return reject('A class has no name.', { field: 'name' });
  return {
    id: plainIdOf(ids, row.id),
    organisationId: row.ofSchool.organisationId,
    name,
    subjectId: row.subject === undefined ? null : plainIdOf(ids, row.subject),
    yearGroup: readYearGroup(row.year_group) ?? null,
  };
}
