import { type MapContext, type Mapped, reject, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import type { WondeConfig } from './wonde-config.ts';
import type { WireSchool } from './wonde-schemas.ts';

/** Id of a school: its URN where Wonde gives one, so that other sources meet it; otherwise the id at Wonde. */
export function organisationIdOf(school: WireSchool, source: string): string {
  const urn = school.urn ?? school.region?.identifiers?.urn;
  return urn !== undefined && /^\d{5,7}$/.test(urn) ? `urn:${urn}` : `${source}:${school.id}`;
}

/** A school of the list of schools. */
export function mapOrganisation(
  school: WireSchool,
  { source, config }: Pick<MapContext<WondeConfig>, 'source' | 'config'>,
): Mapped<'Organisation'> {
  if (config.schools?.includes(school.id) === false) return skip('school that the settings leave out');
  if (school.name === undefined) return reject('A school has no name.', { field: 'name' });
  const id = organisationIdOf(school, source);
  const laestab = laestabOf(school);
  return {
    id,
    kind: 'school',
    name: school.name,
    identifiers: [
      ...(id.startsWith('urn:') ? [id] : []),
      ...(laestab === undefined ? [] : [`laestab:${laestab}`]),
      `wonde:${school.id}`,
    ],
    phase: phaseOf(school.phase_of_education),
    town: school.address?.address_town ?? null,
  };
}

/** Code of the local authority, three digits. */
export function authorityCodeOf(school: WireSchool): string | undefined {
  const code = school.la_code ?? school.region?.identifiers?.la_code;
  return code !== undefined && /^\d{3}$/.test(code) ? code : undefined;
}

function laestabOf(school: WireSchool): string | undefined {
  const authority = authorityCodeOf(school);
  const number = school.establishment_number ?? school.region?.identifiers?.establishment_number;
  return authority !== undefined && number !== undefined && /^\d{4}$/.test(number)
    ? `${authority}${number}`
    : undefined;
}

/** Wonde gives the phase in words, which differ by MIS; the first that fits counts. */
const phases: readonly [RegExp, EntityInput<'Organisation'>['phase']][] = [
  [/special/i, 'special'],
  [/alternative|referral|\bpru\b/i, 'alternative'],
  [/all.?through/i, 'all-through'],
  [/middle/i, 'middle'],
  [/nursery/i, 'nursery'],
  [/primary|infant|junior/i, 'primary'],
  [/secondary/i, 'secondary'],
  [/16|sixteen|sixth/i, 'sixteen-plus'],
];

function phaseOf(words: string | undefined): EntityInput<'Organisation'>['phase'] {
  if (words === undefined || /not applicable/i.test(words)) return null;
  return phases.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}
