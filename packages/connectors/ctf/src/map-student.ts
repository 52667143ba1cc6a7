import { type Mapped, skip } from '@collegial/connector-kit';
import type { MapPupil } from './of-person.ts';
import { readUpn } from './upn.ts';

/** A pupil without a name, and of the birthday only year and month. */
export const mapStudent: MapPupil<'Student'> = (pupil, context, studentId) => {
  const present = readUpn(pupil.person ?? pupil.UPN);
  const student: Mapped<'Student'> = {
    id: studentId,
    linkKey: present?.permanent === true ? context.identity.pseudonym('upn', present.value) : null,
    sex: sexOf(pupil.Sex ?? pupil.Gender, (code) => context.unmapped('Sex', code)),
    birthYear: pupil.DOB === undefined ? null : Number(pupil.DOB.slice(0, 4)),
    birthMonth: pupil.DOB === undefined ? null : Number(pupil.DOB.slice(5, 7)),
  };
  if ((pupil.AttendanceYears ?? 0) === 0) return [student];
  return [student, skip('attendance of a year as totals: they are no marks')];
};

/** Files up to some version say Gender, newer ones Sex; both are the legal sex in one letter. */
function sexOf(written: string | undefined, unmapped: (code: string) => void): 'F' | 'M' | null {
  const letter = written?.toUpperCase();
  if (letter === 'F' || letter === 'M') return letter;
  if (written !== undefined) unmapped(written);
  return null;
}
