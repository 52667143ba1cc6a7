import type { MapContext, Mapped } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { type Ids, organisationIdOf } from './vendor-name-ids.ts';
import type { WireSchool } from './vendor-name-schemas.ts';

/** A school, with every number by which other sources may know it. One that only this source knows is counted: no other can meet it. */
export function mapOrganisation(
  row: WireSchool,
  context: Ids & Pick<MapContext<unknown>, 'drift'>,
): Mapped<'Organisation'> {
  const id = organisationIdOf(context, row.id, row.urn);
  if (!id.startsWith('urn:')) context.drift('urn');
  return {
    id,
    kind: 'school',
    name: row.name,
    identifiers: [...(id.startsWith('urn:') ? [id] : []), `vendor-name:${row.id}`],
    phase: row.phase === undefined ? null : (phases[row.phase.toLowerCase()] ?? 'other'),
  };
}

const phases: Readonly<Record<string, EntityInput<'Organisation'>['phase']>> = {
  nursery: 'nursery',
  primary: 'primary',
  middle: 'middle',
  secondary: 'secondary',
  special: 'special',
};
