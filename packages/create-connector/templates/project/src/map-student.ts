import type { Mapped } from '@collegial/connector-kit';
import { type Ids, personalIdOf } from './vendor-name-ids.ts';
import type { WireStudent } from './vendor-name-schemas.ts';

/** A permanent unique pupil number (England); a temporary one ends in a letter, may be given up, and links nobody. */
const permanentUpn = /^[A-HJ-NP-RT-Z]\d{12}$/;

/** A student: no name, and of the birthday only year and month. */
export function mapStudent(row: WireStudent, ids: Ids): Mapped<'Student'> {
  const upn = row.upn?.toUpperCase() ?? '';
  return {
    id: personalIdOf(ids, 'student', row.id),
    linkKey: permanentUpn.test(upn) ? ids.identity.pseudonym('upn', upn) : null,
    sex: sexes[row.gender?.toLowerCase() ?? ''] ?? null,
    birthYear: row.birthDate === undefined ? null : Number(row.birthDate.slice(0, 4)),
    birthMonth: row.birthDate === undefined ? null : Number(row.birthDate.slice(5, 7)),
  };
}

const sexes: Readonly<Record<string, 'F' | 'M' | 'X'>> = {
  f: 'F',
  female: 'F',
  m: 'M',
  male: 'M',
  x: 'X',
  other: 'X',
};
