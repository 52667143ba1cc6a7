import { type Mapped, reject, remove, skip } from '@collegial/connector-kit';
import type * as z from 'zod';
import { type Ids, schoolIdOf } from './arbor-ids.ts';
import type { WireInstitution } from './arbor-schemas.ts';

/** The school of the settings. Arbor lists other institutions beside it: where pupils came from, and where they go. */
export function mapOrganisation(row: z.output<typeof WireInstitution>, ids: Ids): Mapped<'Organisation'> {
  const id = schoolIdOf(ids);
  // A removal of another institution names no school of ours.
  if (row.urn !== ids.config.urn)
    return skip(row.gone ? 'institution that is gone' : 'institution that is not the school');
  if (row.gone) return remove(id);
  const name = row.educationalInstitutionName ?? row.shortName;
  if (name === undefined) return reject('The school has no name.', { field: 'educationalInstitutionName' });
  const { authorityCode, establishmentNumber } = row;
  const laestab =
    /^\d{3}$/.test(authorityCode ?? '') && /^\d{4}$/.test(establishmentNumber ?? '')
      ? [`laestab:${authorityCode}${establishmentNumber}`]
      : [];
  return {
    id,
    kind: 'school',
    name,
    identifiers: [id, ...(row.ukprn === undefined ? [] : [`ukprn:${row.ukprn}`]), ...laestab],
    status: row.closingDate === undefined ? 'open' : 'closed',
    openedOn: row.openingDate ?? null,
    closedOn: row.closingDate ?? null,
  };
}
