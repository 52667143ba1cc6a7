import { type Mapped, remove } from '@collegial/connector-kit';
import { gone } from './gone.ts';
import { type OneRosterContext, studentIdOf } from './ids.ts';
import { demographicsOf } from './map-student.ts';
import type { MetadataCharacteristic } from './mapping-settings.ts';
import { rolesOf, unreadRoles } from './roles.ts';
import { ethnicityFlags, type WireUser } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

type Kind = MetadataCharacteristic['kind'];

/**
 * What demographics and the configured extensions say of a student now; OneRoster gives no dates. Ethnicity is the list of the flags that are true, in
 * the standard's words and order, joined with `+`.
 */
export function mapStudentCharacteristic(
  user: WireUser,
  context: OneRosterContext,
): Mapped<'StudentCharacteristic'>[] {
  const studentId = studentIdOf(context, user.sourcedId);
  const kinds = [...new Set<Kind>(['ethnicity', ...context.config.characteristics.map(({ kind }) => kind)])];
  const idOf = (kind: Kind) => `${studentId}:${kind}`;
  if (isDeleted(user)) return kinds.map((kind) => remove(idOf(kind)));
  const { meanings, unread } = rolesOf(user, context);
  const student = meanings.has('student');
  if (!student && unread !== undefined) return [unreadRoles(unread)];
  return kinds.map((kind) => {
    const value = student ? presentValueOf(kind, user, context) : undefined;
    if (value !== undefined) return { id: idOf(kind), studentId, kind, value };
    return gone(user.reading, idOf(kind), student ? `student without ${kind}` : 'user who is no student');
  });
}

function presentValueOf(kind: Kind, user: WireUser, context: OneRosterContext): string | undefined {
  const known = demographicsOf(user);
  for (const setting of context.config.characteristics) {
    if (setting.kind !== kind) continue;
    const written = textOf(user.metadata, setting.key) ?? textOf(known?.metadata, setting.key);
    const value = written === undefined ? undefined : meaningOf(written, setting);
    if (value !== undefined) return value;
    if (written !== undefined) context.unmapped(`metadata.${setting.key}`, written);
  }
  if (kind !== 'ethnicity' || known === undefined) return undefined;
  const flags = ethnicityFlags.filter((flag) => known[flag] === true);
  return flags.length === 0 ? undefined : flags.join('+');
}

function textOf(metadata: Readonly<Record<string, unknown>> | undefined, key: string): string | undefined {
  const value = metadata !== undefined && Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const yes = /^(true|1|yes|y)$/i;
const no = /^(false|0|no|n)$/i;

function meaningOf(written: string, { kind, values }: MetadataCharacteristic): string | undefined {
  if (values !== undefined) return Object.hasOwn(values, written) ? values[written] : undefined;
  if (kind === 'ethnicity' || kind === 'language') return written;
  if (kind === 'sen') return undefined;
  if (yes.test(written)) return 'yes';
  return no.test(written) ? 'no' : undefined;
}
