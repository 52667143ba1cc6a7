import { englandAttendanceCodes } from '@collegial/model';
import { type ArborWorld, type Fields, reference } from './arbor-world.ts';
import type { Known, WorldOptions } from './world-options.ts';

/** Roll calls of mornings and afternoons with their marks. */
export function addAttendance(
  world: ArborWorld,
  { dataset, school, marks }: WorldOptions,
  known: Known,
): void {
  world.put('AttendanceRollCall', 'AM', {
    code: 'AM',
    name: 'Morning registration',
    shortName: 'AM',
    active: true,
  });
  world.put('AttendanceRollCall', 'PM', {
    code: 'PM',
    name: 'Afternoon registration',
    shortName: 'PM',
    active: true,
  });
  const students = new Map([...(dataset.Enrolment ?? [])].map(({ id, studentId }) => [id, studentId]));
  for (const mark of marks ?? dataset.AttendanceMark ?? []) {
    if (mark.organisationId !== school) continue;
    const id = world.add('AttendanceRollCallRecord', {
      attendanceRollCall: reference('AttendanceRollCall', mark.session),
      recordDate: mark.date,
      student: reference('Student', known.get('Student', students.get(mark.enrolmentId) ?? '')),
      attendanceMark: markOf(world, mark.code, mark.date),
      minutesLate: mark.minutesLate ?? null,
    });
    known.set('AttendanceMark', `${mark.enrolmentId} ${mark.date} ${mark.session}`, id);
  }
}

/** The entry of the table of marks for a code, with the flags of law and of statistics apart. */
export function markOf(world: ArborWorld, code: string, date: string): Fields | null {
  const id = `MARK_${[...code].map((character) => character.codePointAt(0)).join('_')}`;
  if (!world.table('AttendanceMark').has(id)) {
    const meaning = englandAttendanceCodes.lookup(code, date)?.meaning;
    const { legal, statistical } = meaning ?? {};
    world.put('AttendanceMark', id, {
      code: id,
      attendanceMark: code,
      isLegalPresent: legal === 'present',
      isLegalApprovedEducationalActivity: legal === 'attending-elsewhere',
      isLegalAbsent: legal === 'absent',
      isLegalNotRequired: legal === 'unable-to-attend' || legal === 'administrative',
      isStatisticalPresent: statistical === 'present',
      isStatisticalApprovedEducationalActivity: statistical === 'approved-activity',
      isStatisticalAuthorizedAbsent: statistical === 'authorised',
      isStatisticalUnauthorizedAbsent: statistical === 'unauthorised',
      isStatisticalPossibleAttendance: statistical !== 'not-possible',
    });
  }
  return reference('AttendanceMark', id);
}
