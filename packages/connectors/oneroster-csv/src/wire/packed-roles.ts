import type { WireUser } from '@collegial/connector-oneroster/mapping';
import type { TableValues } from '../bundle/read-table.ts';
import { type Drift, day, text } from './cell.ts';

type Role = NonNullable<WireUser['roles']>[number];

/** Characters that text in a CSV file does not have. */
const between = '\u001f';
const after = '\u001e';

/** Packs a row of `roles.csv` behind those of the same user into one short text: a million of them are held in memory. */
export function packRole(values: TableValues, before: string | undefined): string {
  const cells = [values.role, values.orgSourcedId, values.beginDate, values.endDate];
  const packed = cells.map((cell) => text(cell) ?? '').join(between);
  return Buffer.from(before === undefined ? packed : `${before}${after}${packed}`).toString();
}

/** The roles of a user. One without a role or an organisation is counted, and stays in the list: it is not taken for gone. */
export function unpackRoles(packed: string, drift: Drift): Role[] {
  if (packed === '') return [];
  return packed.split(after).map((one) => {
    const [role, org, begin, end] = one.split(between);
    if (!role || !org) drift('roles');
    // A day that cannot be read is empty, not missing: without it, the role would be another one.
    const dayOf = (cell: string | undefined, field: string) =>
      cell ? (day(cell, field, drift) ?? '') : undefined;
    return {
      role: role || undefined,
      org: org || undefined,
      beginDate: dayOf(begin, 'roles.beginDate'),
      endDate: dayOf(end, 'roles.endDate'),
    };
  });
}
