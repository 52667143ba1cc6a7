import type { MapContext, Mapped } from '@collegial/connector-kit';
import type * as z from 'zod';
import { readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireStudent } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** A student: of the birthday, year and month stay; names are not read. Sex as schools and districts keep it, or else as at birth. */
export function mapStudent(
  row: Row<z.output<typeof WireStudent>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Student'> {
  const { guid = '', sexDescriptor } = row.collegial;
  const [year, month] = (row.birthDate ?? '').split('-').map(Number);
  return {
    id: personalId(context, 'student', guid),
    linkKey: linkKeyOf(context, 'student', row.studentUniqueId),
    sex: readDescriptor('Sex', sexDescriptor ?? row.birthSexDescriptor, context) ?? null,
    birthYear: year || null,
    birthMonth: month || null,
  };
}

/** The same for the same person at every source whose unique ids the same authority gives out; `null` when the settings name none. */
export function linkKeyOf(
  { config, identity }: Pick<MapContext<EdfiConfig>, 'config' | 'identity'>,
  kind: 'student' | 'staff',
  uniqueId: string,
): string | null {
  const authority = config.uniqueIdAuthority;
  return authority === undefined
    ? null
    : identity.pseudonym(`edfi-${kind}-unique-id`, `${authority}:${uniqueId}`);
}
