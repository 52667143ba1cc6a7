import { defineConnector, type Rejected, reject, type Skipped, skip, stream } from '@collegial/connector-kit';
import * as z from 'zod';
import { DfeConfig } from './dfe-config.ts';
import { Aside, TableRow } from './dfe-schemas.ts';
import { mapAuthority } from './map-authority.ts';
import { mapGroup } from './map-group.ts';
import { mapSchool } from './map-organisation.ts';
import { mapAuthorityLinks, mapGroupLink, mapSchoolLink } from './map-organisation-link.ts';
import { mapSchoolMeasures } from './map-school-measure.ts';
import type { MeasureTable } from './measures/measure.ts';
import { readAuthorities, readGroups, readSuccessions } from './read-derived.ts';
import { counted, readKnownSchools, readSchools, readTables } from './read-pages.ts';
import type { KnownSchool } from './school-index.ts';

const define = stream<DfeConfig>();

// The usual shape stands first: the other is tried only when it does not fit.
const row = z.union([TableRow, Aside]);
const school = z.union([
  z.custom<KnownSchool>((value) => typeof value === 'object' && value !== null && 'urn' in value),
  Aside,
]);
const authority = z.object({ code: z.string(), name: z.string().optional() });

/** What a stream reports in place of a record. */
function putAside({ aside, reason, code, field }: Aside): Rejected | Skipped {
  if (aside === 'skipped') return skip(reason);
  return reject(reason, {
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
  });
}

/** Figures are superseded, never withdrawn: a year that is no longer in the folder stays. */
const measures = (table: MeasureTable, title: string) =>
  define({
    entity: 'SchoolMeasure',
    title,
    deletes: 'none',
    wire: row,
    read: (context) => counted(readTables(context, { tables: [table], oncePerSchool: true })),
    map: (read) => ('aside' in read ? putAside(read) : mapSchoolMeasures(read)),
  });

/**
 * England's published data about schools: the register (establishments, groups, links), the performance tables of key
 * stages 2 and 4, absence and the school census, from files as downloaded. Personal details in them are not read.
 *
 * @example
 * ```ts
 * import { dfe } from '@collegial/connector-dfe';
 *
 * const source = dfe({ folder: './published', academicYear: '2018/19', asOf: '2022-03-14' });
 * source.name; // 'dfe'
 * ```
 */
export const dfe = defineConnector({
  id: 'dfe',
  specVersion: 2,
  title: "England's published school data",
  about: { reads: 'files', authentication: [], paging: [], verified: ['public-sample'] },
  config: DfeConfig,
  streams: {
    authorities: define({
      entity: 'Organisation',
      title: 'Local authorities that the files name',
      deletes: 'none',
      wire: authority,
      read: (context) => counted(readAuthorities(context)),
      map: (read, { config }) => mapAuthority(read, config.jurisdiction),
    }),
    groups: define({
      entity: 'Organisation',
      title: 'Academy trusts, federations, sponsors and other groups of the register',
      deletes: 'none',
      wire: row,
      read: (context) => counted(readGroups(context)),
      map: (read, { config }) => ('aside' in read ? putAside(read) : mapGroup(read, config.jurisdiction)),
    }),
    schools: define({
      entity: 'Organisation',
      title: 'Schools, each merged from all files that name it',
      deletes: 'none',
      wire: school,
      read: (context) => counted(readSchools(context)),
      map: (read, { config }) => ('aside' in read ? putAside(read) : mapSchool(read, config.jurisdiction)),
    }),
    'authority-links': define({
      entity: 'OrganisationLink',
      title: 'Schools in authorities, one authority at any time',
      deletes: 'snapshot-diff',
      wire: school,
      read: (context) => counted(readKnownSchools(context)),
      map: (read) => ('aside' in read ? putAside(read) : mapAuthorityLinks(read)),
    }),
    'group-links': define({
      entity: 'OrganisationLink',
      title: "Schools in trusts, federations and under sponsors, as at the register extract's day",
      deletes: 'snapshot-diff',
      wire: row,
      read: (context) => counted(readTables(context, { tables: ['group-links'] })),
      map: (read) => ('aside' in read ? putAside(read) : mapGroupLink(read)),
    }),
    'school-links': define({
      entity: 'OrganisationLink',
      title: 'Predecessors and successors of schools',
      deletes: 'snapshot-diff',
      wire: row,
      read: (context) => counted(readSuccessions(context)),
      map: (read) => ('aside' in read ? putAside(read) : mapSchoolLink(read)),
    }),
    'key-stage-4': measures('ks4', 'Key stage 4 performance tables'),
    'key-stage-2': measures('ks2', 'Key stage 2 performance tables'),
    absence: measures('absence', 'Absence by school'),
    census: measures('census', 'School census by school'),
  },
});
