import { type Mapped, reject, skip } from '@collegial/connector-kit';
import { cell, codeIn, type TableRow, textIn } from './dfe-schemas.ts';
import { groupKindOf, groupTypeOf } from './group-kinds.ts';
import { readDay } from './read-day.ts';

/** Id of a trust, federation or sponsor: `gias-group:2044`. */
export const groupId = (uid: string): string => `gias-group:${uid}`;

/** A group of the register as an organisation: governance, not a collaboration of schools. */
export function mapGroup(row: TableRow, jurisdiction: string): readonly Mapped<'Organisation'>[] {
  const uid = codeIn(row, 'Group UID');
  if (!/^\d+$/.test(uid))
    return [reject('the group’s number is missing or no number', { field: 'Group UID' })];
  const type = groupTypeOf(row);
  const kind = groupKindOf(type);
  if (kind === undefined) return [skip("a group of children's centres, not of schools")];
  const name = textIn(row, 'Group Name');
  if (name === null) return [reject('the group has no name', { field: 'Group Name' })];
  const opened = firstDay(row, 'Open date', 'Incorporated on (open date)');
  const closed = readDay(cell(row, 'Closed Date'));
  const parts: Mapped<'Organisation'>[] = [
    {
      id: groupId(uid),
      kind: kind.organisation,
      name,
      identifiers: identifiersOf(row, uid),
      type: type === '' ? null : type,
      status: statusOf(cell(row, 'Group Status (code)', 'Group Status'), closed),
      openedOn: opened ?? null,
      closedOn: closed ?? null,
      town: textIn(row, 'Group Town'),
      jurisdiction,
    },
  ];
  if (opened === undefined) parts.push(unreadableDay('Open date'));
  if (closed === undefined) parts.push(unreadableDay('Closed Date'));
  return parts;
}

/** Sets a date aside; the rest of its record is kept. */
export function unreadableDay(field: string): ReturnType<typeof reject> {
  return reject('the date cannot be read; it was left out of the record', { field });
}

function identifiersOf(row: TableRow, uid: string): string[] {
  const company = codeIn(row, 'Companies House Number');
  const ukprn = codeIn(row, 'UKPRN');
  const id = textIn(row, 'Group ID');
  return [
    groupId(uid),
    ...(id === null ? [] : [`gias-group-id:${id}`]),
    ...(/^\d{8}$/.test(ukprn) ? [`ukprn:${ukprn}`] : []),
    // Company numbers have eight characters; spreadsheets drop the zeros in front.
    ...(/^[A-Z]{0,2}\d{5,8}$/.test(company) ? [`companies-house:${company.padStart(8, '0')}`] : []),
  ];
}

function statusOf(status: string, closed: string | null | undefined): 'open' | 'closed' | 'proposed' {
  if (/^proposed/i.test(status)) return 'proposed';
  return /^closed/i.test(status) || (status === '' && closed != null) ? 'closed' : 'open';
}

function firstDay(row: TableRow, ...headings: readonly string[]): string | null | undefined {
  let unreadable = false;
  for (const heading of headings) {
    const day = readDay(cell(row, heading));
    if (typeof day === 'string') return day;
    unreadable ||= day === undefined;
  }
  return unreadable ? undefined : null;
}
