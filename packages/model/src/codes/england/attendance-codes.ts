import type { AttendanceMeaning } from '../attendance-meaning.ts';
import { defineCodeSet } from '../code-set.ts';

const last2024 = '2024-08-18';
const from2024 = '2024-08-19';

const present: AttendanceMeaning = { legal: 'present', statistical: 'present' };
const elsewhere: AttendanceMeaning = { legal: 'attending-elsewhere', statistical: 'approved-activity' };
const authorised: AttendanceMeaning = { legal: 'absent', statistical: 'authorised' };
const unauthorised: AttendanceMeaning = { legal: 'absent', statistical: 'unauthorised' };
const unable: AttendanceMeaning = { legal: 'unable-to-attend', statistical: 'not-possible' };
const administrative: AttendanceMeaning = { legal: 'administrative', statistical: 'not-possible' };

/**
 * Codes of the attendance register in England: those before 19 August 2024, and the 34 in force since.
 *
 * Legal and statistical meaning differ where the law and the statistics do: `D` is attending elsewhere in law but not a
 * possible session here, because the other school counts it; `X` is a leave of absence in law since 2024 but not a
 * possible session.
 *
 * Not verified: whether `X`, when it also meant coronavirus (2020/21 and 2021/22), stayed among the possible sessions
 * of the official absence rates; here it does not. A dash, a blank and a vendor's sub-codes (`I01`) are no codes.
 *
 * @example
 * ```ts
 * import { englandAttendanceCodes } from '@collegial/model';
 *
 * englandAttendanceCodes.lookup('J', '2019-03-04')?.meaning.statistical; // 'approved-activity'
 * englandAttendanceCodes.lookup('J', '2025-03-04'); // undefined: withdrawn, J1 took its place
 * englandAttendanceCodes.lookup('J1', '2025-03-04')?.meaning.statistical; // 'authorised'
 * ```
 */
export const englandAttendanceCodes = defineCodeSet<AttendanceMeaning>({
  id: 'gb-eng/attendance',
  jurisdiction: 'GB-ENG',
  title: 'Attendance codes, England',
  source:
    'DfE, “Working together to improve school attendance” (2024) and “School attendance” (2013–2022); DfE, “Pupil absence statistics: methodology”',
  entries: [
    { code: '/', label: 'Present in the morning', meaning: present },
    { code: '\\', label: 'Present in the afternoon', meaning: present },
    { code: 'L', label: 'Late, before the register closed', meaning: { ...present, late: 'before-close' } },

    {
      code: 'K',
      label: 'Education arranged by the local authority',
      validFrom: from2024,
      meaning: elsewhere,
    },
    { code: 'V', label: 'Educational visit or trip', meaning: elsewhere },
    { code: 'P', label: 'Supervised sporting activity', meaning: elsewhere },
    { code: 'W', label: 'Work experience', meaning: elsewhere },
    { code: 'B', label: 'Other approved education off site', meaning: elsewhere },
    { code: 'J', label: 'At an interview', validTo: last2024, meaning: elsewhere },
    {
      code: 'D',
      label: 'Dual registered: due at the other school',
      meaning: { legal: 'attending-elsewhere', statistical: 'not-possible' },
    },

    {
      code: 'C1',
      label: 'Leave for a regulated performance or employment abroad',
      validFrom: from2024,
      meaning: authorised,
    },
    { code: 'M', label: 'Medical or dental appointment', meaning: authorised },
    { code: 'J1', label: 'Leave for an interview', validFrom: from2024, meaning: authorised },
    { code: 'S', label: 'Study leave for a public examination', meaning: authorised },
    { code: 'C2', label: 'Part-time timetable', validFrom: from2024, meaning: authorised },
    { code: 'C', label: 'Other authorised absence', validTo: last2024, meaning: authorised },
    { code: 'C', label: 'Leave in exceptional circumstances', validFrom: from2024, meaning: authorised },
    { code: 'H', label: 'Authorised holiday', validTo: last2024, meaning: authorised },
    { code: 'F', label: 'Authorised extended family holiday', validTo: '2013-08-31', meaning: authorised },
    { code: 'T', label: 'Gypsy, Roma and Traveller absence', validTo: last2024, meaning: authorised },
    { code: 'T', label: 'Travelling with a parent for work', validFrom: from2024, meaning: authorised },
    { code: 'R', label: 'Religious observance', meaning: authorised },
    { code: 'I', label: 'Illness', meaning: authorised },
    { code: 'E', label: 'Suspended or excluded, no other provision made', meaning: authorised },

    { code: 'G', label: 'Holiday without leave', meaning: unauthorised },
    { code: 'N', label: 'Reason not yet established', meaning: unauthorised },
    { code: 'O', label: 'Absent for another or no known reason', meaning: unauthorised },
    {
      code: 'U',
      label: 'Late, after the register closed',
      meaning: { ...unauthorised, late: 'after-close' },
    },

    { code: 'Y', label: 'Unable to attend: exceptional circumstances', validTo: last2024, meaning: unable },
    { code: 'Q', label: 'Unable to attend: no access arrangements', validFrom: from2024, meaning: unable },
    { code: 'Y1', label: 'Unable to attend: transport not available', validFrom: from2024, meaning: unable },
    { code: 'Y2', label: 'Unable to attend: travel disrupted widely', validFrom: from2024, meaning: unable },
    { code: 'Y3', label: 'Unable to attend: part of the site closed', validFrom: from2024, meaning: unable },
    { code: 'Y4', label: 'Unable to attend: whole site closed', validFrom: from2024, meaning: unable },
    { code: 'Y5', label: 'Unable to attend: in detention', validFrom: from2024, meaning: unable },
    { code: 'Y6', label: 'Unable to attend: public health rules', validFrom: from2024, meaning: unable },
    { code: 'Y7', label: 'Unable to attend: other unavoidable cause', validFrom: from2024, meaning: unable },

    {
      code: 'X',
      label: 'Not required to attend: outside compulsory school age, or coronavirus',
      validTo: last2024,
      meaning: administrative,
    },
    {
      code: 'X',
      label: 'Not required to attend: outside compulsory school age',
      validFrom: from2024,
      meaning: { legal: 'absent', statistical: 'not-possible' },
    },
    { code: 'Z', label: 'Prospective student, not yet on roll', meaning: administrative },
    { code: '#', label: 'Planned closure, whole or part', validTo: last2024, meaning: administrative },
    { code: '#', label: 'Planned closure of the whole school', validFrom: from2024, meaning: administrative },
  ],
});
