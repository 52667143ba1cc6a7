import { type Mapped, reject } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { kindOf, roleOf } from './appointment-words.ts';
import { readDay } from './php-date.ts';
import { type Ids, recordIdOf, staffIdOf } from './wonde-ids.ts';
import type { WireEmployee } from './wonde-schemas.ts';

/**
 * The posts of an employee: one per contract, or, where contracts are not given, one from the details of employment,
 * which know neither kind nor FTE.
 */
export function mapAppointment(row: WireEmployee, ids: Ids): Mapped<'Appointment'>[] {
  const { employment_details: employment, contracts } = row;
  const staffId = staffIdOf(ids, row.id);
  const { organisationId } = row.ofSchool;
  const teaching = employment?.teaching_staff;
  if (contracts.length === 0) {
    const span = spanOf(employment?.employment_start_date, employment?.employment_end_date, [
      'employment_details.employment_start_date',
      'employment_details.employment_end_date',
    ]);
    return 'validFrom' in span
      ? [
          {
            id: `${staffId}:employment`,
            staffId,
            organisationId,
            role: roleOf([], teaching),
            kind: 'other',
            ...span,
          },
        ]
      : [span];
  }
  return contracts.map((contract) => {
    const span = spanOf(contract.start_date, contract.end_date, [
      'contracts.start_date',
      'contracts.end_date',
    ]);
    if (!('validFrom' in span)) return span;
    const written = contract.roles.flatMap(({ code, name }) =>
      [code, name].filter((text) => text !== undefined),
    );
    return {
      id: recordIdOf(ids, 'contract', contract.id),
      staffId,
      organisationId,
      role: roleOf(written, teaching),
      kind: kindOf(contract.type, written),
      fte: fteOf(contract.fte),
      subject: contract.subject ?? null,
      ...span,
    } satisfies EntityInput<'Appointment'>;
  });
}

function spanOf(start: unknown, end: unknown, [startField, endField]: readonly [string, string]) {
  const from = readDay(start);
  if ('problem' in from) return reject(`The date ${from.problem}.`, { field: startField });
  if (from.day === undefined) return reject('An appointment has no first day.', { field: startField });
  const to = readDay(end);
  if ('problem' in to) return reject(`The date ${to.problem}.`, { field: endField });
  return { validFrom: from.day, validTo: to.day ?? null };
}

function fteOf(written: string | undefined): number | null {
  const value = Number(written ?? Number.NaN);
  return value >= 0 && value <= 2 ? Math.round(value * 10_000) / 10_000 : null;
}
