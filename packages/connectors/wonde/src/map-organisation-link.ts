import { type MapContext, type Mapped, skip } from '@collegial/connector-kit';
import { authorityCodeOf, organisationIdOf } from './map-organisation.ts';
import type { WondeConfig } from './wonde-config.ts';
import type { WireSchool } from './wonde-schemas.ts';

/** The local authority that a school is in, from its code; Wonde says nothing of trusts. */
export function mapOrganisationLink(
  school: WireSchool,
  { source, config }: Pick<MapContext<WondeConfig>, 'source' | 'config'>,
): Mapped<'OrganisationLink'> {
  if (config.schools?.includes(school.id) === false) return skip('school that the settings leave out');
  const authority = authorityCodeOf(school);
  if (authority === undefined) return skip('school without the code of an authority');
  const organisationId = organisationIdOf(school, source);
  return {
    id: `${source}:${school.id}:authority`,
    organisationId,
    relatedId: `la:${authority}`,
    kind: 'authority',
  };
}
