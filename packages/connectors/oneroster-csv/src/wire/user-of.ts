import type { Reading, WireUser } from '@collegial/connector-oneroster/mapping';
import type { TableValues } from '../bundle/read-table.ts';
import { type Drift, list, text, typedIds } from './cell.ts';
import { unpackDemographics } from './packed-demographics.ts';
import { unpackRoles } from './packed-roles.ts';

/** What other tables say about a user. */
export interface UserJoins {
  /** Rows of `roles.csv` (1.2), packed; empty when it has none of the user. */
  readonly roles: string | undefined;
  /** The row of `demographics.csv`, packed. */
  readonly demographics: string | undefined;
}

/** What of a user the settings ask for. */
export interface UserWants {
  /** Keys of extensions. */
  readonly extensions: readonly string[];
  /** Whether a national number is looked for among the typed ids. */
  readonly typedIds: boolean;
}

/** A row of `users.csv` with what `roles.csv` and `demographics.csv` say about it. */
export function userOf(
  values: TableValues,
  reading: Reading,
  { roles, demographics }: UserJoins,
  wants: UserWants,
  drift: Drift,
): WireUser {
  const sourcedId = text(values.sourcedId) as string;
  return {
    sourcedId,
    reading,
    role: text(values.role),
    orgs: list(values.orgSourcedIds),
    roles: roles === undefined ? undefined : unpackRoles(roles, drift),
    primaryOrg: text(values.primaryOrgSourcedId),
    userMasterIdentifier: text(values.userMasterIdentifier),
    identifier: text(values.identifier),
    userIds: wants.typedIds ? typedIds(values.userIds, 'userIds', drift) : undefined,
    grades: list(values.grades),
    metadata: wants.extensions.length === 0 ? undefined : metadataOf(values, wants.extensions),
    demographics:
      demographics === undefined
        ? undefined
        : unpackDemographics(sourcedId, demographics, wants.extensions, drift),
  };
}

function metadataOf(values: TableValues, extensions: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    extensions.flatMap((key) => {
      const value = text(values[`metadata.${key}`]);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
