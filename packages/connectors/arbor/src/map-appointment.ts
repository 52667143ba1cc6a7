import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import { kindOf, roleOf } from './appointment-words.ts';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf, schoolIdOf } from './arbor-ids.ts';
import type { WirePost } from './arbor-schemas.ts';

type Row = z.output<typeof WirePost>;

/** A post of a contract. */
export function mapAppointment(row: Row, context: MapContext<ArborConfig>): Mapped<'Appointment'> {
  const id = personalIdOf(context, 'appointment', row.id);
  if (row.gone) return remove(id);
  if (row.staff === undefined)
    return reject('A post leads to no member of staff.', { field: 'staffContract' });
  if (row.startDate === undefined) return reject('A post has no first day.', { field: 'startDate' });
  const title = row.positionName ?? row.jobTitle ?? '';
  const role = roleOf(title) ?? (row.jobTitle === undefined ? undefined : roleOf(row.jobTitle));
  if (role === undefined && title !== '') context.unmapped('position', title);
  const kind = row.employmentType === undefined ? undefined : kindOf(row.employmentType);
  if (kind === undefined && row.employmentType !== undefined)
    context.unmapped('staffEmploymentType', row.employmentType);
  return {
    id,
    staffId: personalIdOf(context, 'staff', row.staff),
    organisationId: schoolIdOf(context),
    role: role ?? 'other',
    kind: kind ?? 'other',
    fte: fteOf(row),
    validFrom: row.startDate,
    validTo: row.endDate ?? null,
  };
}

/** Hours of the position against those of a full post. */
function fteOf({ expectedHoursPerWeek, fteHoursPerWeek }: Row): number | null {
  if (expectedHoursPerWeek === undefined || fteHoursPerWeek === undefined || fteHoursPerWeek <= 0)
    return null;
  const fte = Math.round((expectedHoursPerWeek / fteHoursPerWeek) * 10_000) / 10_000;
  return fte >= 0 && fte <= 2 ? fte : null;
}
