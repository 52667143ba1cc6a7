import { type Aside, cell, codeIn, type TableRow } from './dfe-schemas.ts';
import type { DfeTable } from './tables.ts';

/** Record types of the performance tables that are no schools. The two key stages number them differently. */
const totals: Partial<Record<DfeTable, Readonly<Record<string, string>>>> = {
  ks4: { '4': 'a total of an authority', '5': 'a national total', '7': 'a national total' },
  ks2: { '3': 'a total of an authority', '4': 'a national total', '5': 'a national total' },
};

/** The school that a row is about, or why it is about none. */
export type SchoolOfRow = { readonly urn: string } | { readonly aside: Aside };

/** Tells which school a row is about. */
export function schoolOfRow(row: TableRow): SchoolOfRow {
  const total = totals[row.file.table]?.[cell(row, 'RECTYPE')];
  if (total !== undefined) return skipped(`${total}, not a school`);
  if (['URN', 'LA', 'LEA'].some((heading) => cell(row, heading) === 'NAT'))
    return skipped('a national total, not a school');
  if (isChildrensCentre(row)) return skipped("a children's centre, not a school");
  const urn = codeIn(row, 'URN');
  if (!/^\d{5,6}$/.test(urn)) {
    const reason =
      urn === ''
        ? 'the row names no school'
        : 'the school’s number (URN) is not a whole number of five or six digits';
    return { aside: { aside: 'rejected', reason, field: 'URN' } };
  }
  return { urn };
}

/** The register lists children's centres beside schools; they have no students on roll. */
function isChildrensCentre(row: TableRow): boolean {
  if (row.file.table !== 'establishments' && row.file.table !== 'group-links') return false;
  return (
    /^children's centre/i.test(cell(row, 'TypeOfEstablishment (name)')) ||
    /^children's centre/i.test(cell(row, 'Group Type'))
  );
}

function skipped(reason: string): { aside: Aside } {
  return { aside: { aside: 'skipped', reason } };
}
