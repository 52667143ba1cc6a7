import type { MapContext, Mapped } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { type Ids, organisationIdOf, personalIdOf } from './vendor-name-ids.ts';
import type { WireAppointment } from './vendor-name-schemas.ts';

type Appointment = EntityInput<'Appointment'>;

/** A post at a school, from and to. Words that are not known are `other`, and counted. */
export function mapAppointment(
  row: WireAppointment,
  context: Ids & Pick<MapContext<unknown>, 'unmapped'>,
): Mapped<'Appointment'> {
  const known = <Value>(field: 'role' | 'contract', values: Readonly<Record<string, Value>>) => {
    const written = row[field];
    if (written === undefined) return undefined;
    const value = values[written.toLowerCase()];
    if (value === undefined) context.unmapped(field, written);
    return value;
  };
  return {
    id: personalIdOf(context, 'appointment', row.id),
    staffId: personalIdOf(context, 'staff', row.staffId),
    organisationId: organisationIdOf(context, row.schoolId, row.schoolUrn),
    role: known('role', roles) ?? 'other',
    kind: known('contract', kinds) ?? 'other',
    validFrom: row.startDate,
    validTo: row.endDate ?? null,
  };
}

const roles: Readonly<Record<string, Appointment['role']>> = {
  head: 'head',
  deputy: 'senior-leader',
  teacher: 'teacher',
  assistant: 'support',
};

const kinds: Readonly<Record<string, Appointment['kind']>> = {
  permanent: 'permanent',
  'fixed-term': 'fixed-term',
  supply: 'supply',
};
