import { type Mapped, reject, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { authorityHistory } from './authority-history.ts';
import { cell, codeIn, type TableRow } from './dfe-schemas.ts';
import { groupKindOf, groupTypeOf } from './group-kinds.ts';
import { authorityId } from './map-authority.ts';
import { groupId, unreadableDay } from './map-group.ts';
import { readDay } from './read-day.ts';
import type { KnownSchool } from './school-index.ts';
import { schoolOfRow } from './school-rows.ts';

type Link = EntityInput<'OrganisationLink'>;

const schoolId = (urn: string): string => `urn:${urn}`;
const linkId = ({ organisationId, kind, relatedId }: Omit<Link, 'id'>): string =>
  `${organisationId}|${kind}|${relatedId}`;
const asAt = (day: string | null | undefined): string | null =>
  day == null ? null : `in the register as at ${day}`;

/** The authorities that a school is and was in. */
export function mapAuthorityLinks(school: KnownSchool): readonly Mapped<'OrganisationLink'>[] {
  const periods = authorityHistory(school.statements);
  if (periods.length === 0) return [skip('no file states the authority of the school')];
  return periods.map(({ authority, validFrom, validTo, asOf }) => {
    const link = {
      organisationId: schoolId(school.urn),
      relatedId: authorityId(authority),
      kind: 'authority' as const,
      note: asAt(asOf),
      validFrom,
      validTo,
    };
    return { id: linkId(link), ...link };
  });
}

/**
 * A school in a trust, in a federation or under a sponsor. It starts on the day the school joined (not known: `null`) and ends only
 * with the group: the register's extract lists present members alone, as at its day, which the note states.
 */
export function mapGroupLink(row: TableRow): readonly Mapped<'OrganisationLink'>[] {
  const school = schoolOfRow(row);
  if ('aside' in school) {
    const { aside, reason, field } = school.aside;
    return [aside === 'skipped' ? skip(reason) : reject(reason, field === undefined ? {} : { field })];
  }
  const uid = codeIn(row, 'Group UID');
  if (!/^\d+$/.test(uid))
    return [reject('the group’s number is missing or no number', { field: 'Group UID' })];
  const kind = groupKindOf(groupTypeOf(row));
  if (kind === undefined) return [skip("a group of children's centres, not of schools")];
  const joined = readDay(cell(row, 'Joined date'));
  const closed = readDay(cell(row, 'Closed Date'));
  const link = {
    organisationId: schoolId(school.urn),
    relatedId: groupId(uid),
    kind: kind.link,
    note: asAt(row.file.asOf),
    validFrom: joined ?? null,
    validTo: closed ?? null,
  };
  return [
    { id: linkId(link), ...link },
    ...(joined === undefined ? [unreadableDay('Joined date')] : []),
    ...(closed === undefined ? [unreadableDay('Closed Date')] : []),
  ];
}

/** The pair that a row of links between establishments is about, later school first; `undefined`: no succession. */
export function successionOf(row: TableRow): { later: string; earlier: string } | undefined {
  const type = cell(row, 'LinkType');
  const [urn, linked] = [codeIn(row, 'URN'), codeIn(row, 'LinkURN')];
  if (/^predecessor/i.test(type)) return { later: urn, earlier: linked };
  return /^successor/i.test(type) ? { later: linked, earlier: urn } : undefined;
}

/** A school and the school that came before it; other links (a shared sixth form) are kept as `other`. */
export function mapSchoolLink(row: TableRow): readonly Mapped<'OrganisationLink'>[] {
  for (const field of ['URN', 'LinkURN']) {
    if (!/^\d{5,6}$/.test(codeIn(row, field)))
      return [reject('the school’s number (URN) is not a whole number of five or six digits', { field })];
  }
  const type = cell(row, 'LinkType');
  if (type === '') return [reject('the kind of link is missing', { field: 'LinkType' })];
  const pair = successionOf(row);
  const established = readDay(cell(row, 'LinkEstablishedDate'));
  const link = {
    organisationId: schoolId(pair?.later ?? codeIn(row, 'URN')),
    relatedId: schoolId(pair?.earlier ?? codeIn(row, 'LinkURN')),
    kind: pair === undefined ? ('other' as const) : ('predecessor' as const),
    note: type.slice(0, 200),
    validFrom: established ?? null,
  };
  return [
    { id: linkId(link), ...link },
    ...(established === undefined ? [unreadableDay('LinkEstablishedDate')] : []),
  ];
}
