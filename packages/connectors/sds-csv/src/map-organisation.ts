import { type Mapped, reject, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { text } from './cells.ts';
import type { Row } from './read-table.ts';
import { organisationKinds } from './sds-codes.ts';
import { plainIdOf, type SdsContext } from './sds-ids.ts';

/** A row of `orgs.csv`. */
export function mapOrganisation({ values }: Row<unknown>, context: SdsContext): Mapped<'Organisation'> {
  const id = text(values.sourcedId);
  const name = text(values.name);
  const type = text(values.type);
  if (id === undefined) return reject('An organisation has no id.', { field: 'sourcedId' });
  if (name === undefined) return reject('An organisation has no name.', { field: 'name' });
  const kind = organisationKinds.get(type?.toLowerCase() ?? '');
  if (kind === undefined && type !== undefined) context.unmapped('type', type);
  return {
    id: plainIdOf(context, id),
    kind: kind ?? 'other',
    name,
    identifiers: [`sds:${id}`],
    type: type ?? null,
    jurisdiction: context.config.jurisdiction,
  };
}

const linkKinds: Readonly<Record<string, EntityInput<'OrganisationLink'>['kind']>> = {
  trust: 'trust',
  authority: 'authority',
};

/** The link of a row of `orgs.csv` to the organisation above it. */
export function mapOrganisationLink(
  { values, joined: parentKind }: Row<string | undefined>,
  context: SdsContext,
): Mapped<'OrganisationLink'> {
  const id = text(values.sourcedId);
  const parent = text(values.parentSourcedId);
  if (id === undefined) return reject('An organisation has no id.', { field: 'sourcedId' });
  if (parent === undefined) return skip('an organisation at the top');
  return {
    id: `${plainIdOf(context, id)}:parent`,
    organisationId: plainIdOf(context, id),
    relatedId: plainIdOf(context, parent),
    kind: linkKinds[parentKind ?? ''] ?? 'other',
  };
}
