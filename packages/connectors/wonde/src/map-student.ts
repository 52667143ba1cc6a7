import type { Mapped } from '@collegial/connector-kit';
import { dayOrNothing } from './php-date.ts';
import { type Ids, studentIdOf } from './wonde-ids.ts';
import type { WireStudent } from './wonde-schemas.ts';

/** A permanent unique pupil number; a temporary one ends in a letter, may be given up, and links nobody. */
const permanentUpn = /^[A-HJ-NP-RT-Z]\d{12}$/;

/** A student at one school: no name, and of the birthday only year and month. */
export function mapStudent(row: WireStudent, ids: Ids): Mapped<'Student'> {
  const upn = row.education_details?.upn?.toUpperCase();
  const born = dayOrNothing(row.date_of_birth);
  return {
    id: studentIdOf(ids, row.id),
    linkKey: upn !== undefined && permanentUpn.test(upn) ? ids.identity.pseudonym('upn', upn) : null,
    sex: sexOf(row.gender),
    birthYear: born === undefined ? null : Number(born.slice(0, 4)),
    birthMonth: born === undefined ? null : Number(born.slice(5, 7)),
  };
}

/** Wonde's words; “not stated” and “redacted for privacy” say nothing. */
function sexOf(gender: string | undefined): 'F' | 'M' | 'X' | null {
  const word = gender?.toLowerCase() ?? '';
  if (word === 'f' || word === 'female') return 'F';
  if (word === 'm' || word === 'male') return 'M';
  return word === 'x' || word === 'other' || word.startsWith('intersex') ? 'X' : null;
}
