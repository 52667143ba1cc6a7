import type { MapContext, Mapped } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import type { WireDistrict, WireSchool } from './edfi-schemas.ts';
import { ncesIdOf, organisationIdOf } from './read/directory.ts';
import type { Row } from './read/resolved.ts';

type Context = MapContext<EdfiConfig>;
type School = Row<z.output<typeof WireSchool>>;
type District = Row<z.output<typeof WireDistrict>>;

/** A school. */
export function mapSchool(row: School, context: Context): Mapped<'Organisation'> {
  const categories = (row.schoolCategories ?? []).map(({ schoolCategoryDescriptor }) =>
    readDescriptor('SchoolCategory', schoolCategoryDescriptor, context),
  );
  const phases = new Set(categories.filter((phase) => phase !== undefined));
  return {
    ...common(row, row.schoolId, context),
    kind: 'school',
    identifiers: identifiersOf(row, `edfi-school:${row.schoolId}`),
    type: row.schoolTypeDescriptor === undefined ? null : descriptorValue(row.schoolTypeDescriptor),
    phase: phases.size === 0 ? null : phases.size === 1 ? ([...phases][0] ?? null) : 'all-through',
  };
}

/** A district (local education agency). */
export function mapDistrict(row: District, context: Context): Mapped<'Organisation'> {
  return {
    ...common(row, row.localEducationAgencyId, context),
    kind: 'authority',
    identifiers: identifiersOf(row, `edfi-lea:${row.localEducationAgencyId}`),
  };
}

function common(row: School | District, id: string, context: Context) {
  const address =
    row.addresses?.find(
      ({ addressTypeDescriptor = '' }) => descriptorValue(addressTypeDescriptor) === 'Physical',
    ) ?? row.addresses?.[0];
  return {
    id: organisationIdOf(row, id, context.source),
    name: row.nameOfInstitution,
    status: readDescriptor('OperationalStatus', row.operationalStatusDescriptor, context) ?? 'open',
    town: address?.city ?? null,
    latitude: degrees(address?.latitude, 90),
    longitude: degrees(address?.longitude, 180),
    jurisdiction: context.config.jurisdiction,
  } satisfies Partial<EntityInput<'Organisation'>>;
}

function identifiersOf(row: School | District, own: string): string[] {
  const nces = ncesIdOf(row);
  return nces === undefined ? [own] : [`nces:${nces}`, own];
}

/** A coordinate with four decimals, some ten metres. */
function degrees(written: string | undefined, most: number): number | null {
  const value = Number(written ?? Number.NaN);
  return Math.abs(value) <= most ? Math.round(value * 10_000) / 10_000 : null;
}
