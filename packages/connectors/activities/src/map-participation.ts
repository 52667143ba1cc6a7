import { type Mapped, reject } from '@collegial/connector-kit';
import { type SheetRow, textIn } from './activities-schemas.ts';
import { activityId, asRejection, faultOfActivity, type Setting } from './map-activity.ts';
import { readSchool, readWord } from './read-names.ts';
import { type Fault, readNumber } from './read-values.ts';

const roles = ['host', 'provider', 'recipient', 'participant', 'facilitator', 'outside-challenger'] as const;

const counts = {
  heads: 'heads',
  middleLeaders: 'middle_leaders',
  teachers: 'teachers',
  supportStaff: 'support_staff',
  students: 'students',
  governors: 'governors',
  places: 'places',
} as const;

const amounts = { hours: 'hours', days: 'days', amount: 'amount' } as const;

/** The part of the row's school in the activity. An empty role is `participant`. */
export function mapParticipation(row: SheetRow, setting: Setting): Mapped<'Participation'> {
  const { cells, repeats } = row;
  const { config, source } = setting;
  const ofActivity = faultOfActivity(row, setting);
  if (ofActivity !== undefined)
    return reject(`the activity of this row cannot be loaded: ${ofActivity.reason}`, {
      field: ofActivity.field,
    });
  const school = readSchool(textIn(cells, 'school'), 'school', config);
  if (school.fault !== undefined) return reject(...asRejection(school.fault));
  const role =
    textIn(cells, 'role') === ''
      ? { value: 'participant' as const }
      : readWord(textIn(cells, 'role'), 'role', roles);
  if (role.fault !== undefined) return reject(...asRejection(role.fault));
  if (repeats !== undefined)
    return reject(`this school has this role in row ${repeats} already`, { field: 'school' });
  const numbers = { ...readAll(counts, cells, true), ...readAll(amounts, cells, false) };
  const fault = Object.values(numbers).find(
    (read): read is { fault: Fault } => read.fault !== undefined,
  )?.fault;
  if (fault !== undefined) return reject(...asRejection(fault));
  return {
    id: `${activityId(cells, source)}|${school.value}|${role.value}`,
    activityId: activityId(cells, source),
    organisationId: school.value,
    role: role.value,
    ...(Object.fromEntries(
      Object.entries(numbers).map(([name, read]) => [name, 'value' in read ? read.value : null]),
    ) as Record<keyof typeof counts | keyof typeof amounts, number | null>),
  };
}

function readAll<Name extends string>(
  columns: Readonly<Record<Name, string>>,
  cells: SheetRow['cells'],
  whole: boolean,
) {
  return Object.fromEntries(
    Object.entries<string>(columns).map(([name, column]) => [
      name,
      readNumber(textIn(cells, column), column, { whole }),
    ]),
  ) as Record<Name, ReturnType<typeof readNumber>>;
}
