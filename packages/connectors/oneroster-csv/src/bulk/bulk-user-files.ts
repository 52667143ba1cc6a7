import { standardRoles } from '@collegial/connector-oneroster/mapping';
import type { BulkBeside, BulkCondition, BulkRead } from '@collegial/model';
import type { Bundles } from '../bundle/open-bundles.ts';
import { type TableName, tables } from '../bundle/tables.ts';
import type { OneRosterCsvConfig } from '../oneroster-csv-config.ts';
import { ethnicityFlags } from '../wire/packed-demographics.ts';
import { bulkFile } from './bulk-file.ts';
import { isEmpty, isGiven, unsuitedRows } from './bulk-values.ts';

/** What a stream needs of a user beside the role. */
export interface BulkUserNeeds {
  readonly demographics?: boolean;
  /** The organisation, of which a user then has one, without days. */
  readonly place?: boolean;
}

/** Users with what other tables say about them. */
export interface BulkUserFiles {
  readonly read: Omit<BulkRead, 'fields'>;
  /** Column of the one role of a user. */
  readonly role: string;
  /** Column of the organisation at which it is held. */
  readonly org: string;
}

/**
 * The files of users, where each has one role of the standard: in 1.1 all have, in 1.2 those with one row in `roles.csv`. Settings that make more of a user – other roles, national
 * numbers, extensions – are for reading row by row.
 */
export function bulkUserFiles(
  bundles: Bundles,
  config: OneRosterCsvConfig,
  { demographics = false, place = false }: BulkUserNeeds,
): BulkUserFiles | undefined {
  const { path, roles, characteristics, studentIdentifier, staffIdentifier } = config;
  const plain = Object.keys(roles).length + characteristics.length === 0;
  if (!plain || studentIdentifier !== undefined || staffIdentifier !== undefined) return undefined;
  const own = bundles.version === '1.1';
  const [role, org] = own ? ['role', 'orgSourcedIds'] : ['roles.role', 'roles.orgSourcedId'];
  const users = bulkFile(bundles, path, 'users', [...tables.users.required, ...(own ? [role, org] : [])]);
  const beside = (name: TableName, key: string): BulkBeside | undefined => {
    const file = bulkFile(bundles, path, name, tables[name].required);
    return file && { ...file, name, key, of: 'sourcedId' };
  };
  const others = [
    ...(own ? [] : [beside('roles', 'userSourcedId')]),
    ...(demographics ? [beside('demographics', 'sourcedId')] : []),
  ];
  if (users === undefined || others.includes(undefined)) return undefined;
  const unsuited = [
    isEmpty('sourcedId'),
    ...unsuitedRows(),
    { not: { column: role, isOneOf: [...standardRoles.keys()] } },
    isEmpty(org),
    ...(own ? [] : unsuitedRoles(place)),
    ...(demographics ? unsuitedDemographics : []),
    ...(place ? [{ column: org, has: ',' }] : []),
  ];
  return { read: { ...users, beside: others as BulkBeside[], unsuited }, role, org };
}

function unsuitedRoles(place: boolean): BulkCondition[] {
  const days = ['roles.beginDate', 'roles.endDate'];
  return [
    ...unsuitedRows('roles.'),
    ...days.map((column): BulkCondition => (place ? isGiven(column) : { column, isNoDay: true })),
  ];
}

/** What is counted as drift when it is read one by one. */
const unsuitedDemographics: readonly BulkCondition[] = [
  ...unsuitedRows('demographics.'),
  { column: 'demographics.birthDate', isNoDay: true },
  ...ethnicityFlags.map((flag) => ({
    not: { column: `demographics.${flag}`, isOneOf: ['', 'true', 'false'] },
  })),
];
