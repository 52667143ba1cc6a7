import { type MapContext, type Mapped, skip } from '@collegial/connector-kit';
import type * as z from 'zod';
import type { EdfiConfig } from './edfi-config.ts';
import { plainId } from './edfi-ids.ts';
import type { WireSchool } from './edfi-schemas.ts';
import { organisationIdOf } from './read/directory.ts';
import type { Row } from './read/resolved.ts';

/** The district that a school belongs to now; Ed-Fi gives no dates. */
export function mapOrganisationLink(
  row: Row<z.output<typeof WireSchool>>,
  context: MapContext<EdfiConfig>,
): Mapped<'OrganisationLink'> {
  const { guid = row.schoolId, relatedId } = row.collegial;
  if (relatedId === undefined) return skip('school without a district');
  return {
    id: `${plainId(context, guid)}:district`,
    organisationId: organisationIdOf(row, row.schoolId, context.source),
    relatedId,
    kind: 'authority',
  };
}
