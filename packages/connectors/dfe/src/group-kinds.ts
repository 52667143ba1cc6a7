import type { EntityInput } from '@collegial/model';
import { cell, type TableRow } from './dfe-schemas.ts';

/** What a group of the register is, as an organisation and as a link; `undefined`: it is no organisation of schools. */
export interface GroupKind {
  readonly organisation: EntityInput<'Organisation'>['kind'];
  readonly link: EntityInput<'OrganisationLink'>['kind'];
}

/** By the register's numeric code, for extracts whose type has no name. */
const codes: Readonly<Record<number, string>> = {
  1: 'Federation',
  2: 'Trust',
  5: 'School sponsor',
  6: 'Multi-academy trust',
  7: 'Umbrella trust',
  8: "Children's Centres Group",
  9: "Children's Centres Collaboration",
  10: 'Single-academy trust',
};

/** The type of a group in words. The code has been written both `6` and `06`. */
export function groupTypeOf(row: TableRow): string {
  return cell(row, 'Group Type') || (codes[Number(cell(row, 'Group Type (code)'))] ?? '');
}

/**
 * Academy trusts are trusts. The trust of a maintained foundation school (`Trust`) and an umbrella trust run no academies; they are
 * kept as `other`, so that figures by trust hold academy trusts alone.
 */
export function groupKindOf(type: string): GroupKind | undefined {
  if (/children's centre/i.test(type)) return undefined;
  if (/academy trust$/i.test(type)) return { organisation: 'trust', link: 'trust' };
  if (/^federation$/i.test(type)) return { organisation: 'federation', link: 'federation' };
  if (/sponsor$/i.test(type)) return { organisation: 'sponsor', link: 'sponsor' };
  return { organisation: 'other', link: 'other' };
}
