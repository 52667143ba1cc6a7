import type { WireUser } from '@collegial/connector-oneroster/mapping';
import type { TableValues } from '../bundle/read-table.ts';
import { type Drift, day, text } from './cell.ts';

type Role = NonNullable<WireUser['roles']>[number];

/** Characters that text in a CSV file does not have. */
const between = '\u001f';
const after = '\u001e';

/** Packs a row of `roles.csv` behind those of the same user into one short text: a million of them are held in memory. */
export function packRole(values: TableValues, before: string | undefined): string {
  const cells = [values.role, values.orgSourcedId, values.roleType, values.beginDate, values.endDate];
  const packed = cells.map((cell) => text(cell) ?? '').join(between);
  return Buffer.from(before === undefined ? packed : `${before}${after}${packed}`).toString();
}

/** The roles of a user. One without a role or an organisation says nothing, and is counted. */
export function unpackRoles(packed: string | undefined, drift: Drift): Role[] {
  if (packed === undefined) return [];
  return packed.split(after).flatMap((one) => {
    const [role = '', org = '', roleType = '', begin, end] = one.split(between);
    if (role === '' || org === '') {
      drift('roles');
      return [];
    }
    return [
      {
        role,
        org,
        roleType: roleType === 'primary' || roleType === 'secondary' ? roleType : undefined,
        beginDate: day(begin, 'roles.beginDate', drift),
        endDate: day(end, 'roles.endDate', drift),
      },
    ];
  });
}
