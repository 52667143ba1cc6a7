import { type Mapped, remove, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { type OneRosterContext, organisationIdOf, unknownOrganisation } from './ids.ts';
import { knownOrganisation } from './map-organisation.ts';
import type { WireOrg } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

type Kind = EntityInput<'OrganisationLink'>['kind'];
const kinds: Readonly<Record<string, Kind>> = {
  authority: 'authority',
  trust: 'trust',
  federation: 'federation',
};

/** What a school is in: its `parent`. OneRoster gives no dates of it. */
export function mapOrganisationLink(org: WireOrg, context: OneRosterContext): Mapped<'OrganisationLink'> {
  const { id: organisationId, kind } = knownOrganisation(org, context);
  const id = `${organisationId}:parent`;
  if (isDeleted(org)) return remove(id);
  if (kind !== 'school') return skip('organisation that is no school');
  if (org.parent === undefined) return skip('school without a parent');
  const parent = org.reading.organisations.get(org.parent);
  const relatedId = organisationIdOf(context, org.reading, org.parent);
  if (relatedId === undefined) return unknownOrganisation('parent');
  return {
    id,
    organisationId,
    relatedId,
    kind: (parent && kinds[parent.kind]) ?? 'other',
  };
}
