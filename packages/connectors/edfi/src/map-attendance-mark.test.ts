import { outcomeOf } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { mapContext } from './__fixtures__/test-context.ts';
import { shapes } from './edfi-schemas.ts';
import { mapAttendanceMark } from './map-attendance-mark.ts';

const event = (value: string, more: object = {}, resolved: object = {}) =>
  shapes.schoolEvents.parse({
    studentReference: { studentUniqueId: '604822' },
    schoolReference: { schoolId: 255901001 },
    eventDate: '2023-10-02',
    attendanceEventCategoryDescriptor: `uri://district.example/AttendanceEventCategoryDescriptor#${value}`,
    ...more,
    collegial: { guid: 'a', enrolment: 'e1', organisationId: 'nces:1', ...resolved },
  });
const read = (value: string, more: object = {}, resolved: object = {}, config = {}) => {
  const context = mapContext(config);
  const mapped = mapAttendanceMark(event(value, more, resolved), context);
  return {
    marks: mapped.flatMap((one) =>
      'session' in one ? [`${one.enrolmentId} ${one.date} ${one.session} ${one.statistical}`] : [],
    ),
    gone: mapped.flatMap((one) => ('key' in one ? [one.key.join(' ')] : [])),
    outcomes: mapped.map((one) => outcomeOf(one) ?? 'record'),
    unmapped: context.counted.unmapped,
    bases: new Set(mapped.flatMap((one) => ('basis' in one ? [one.basis] : []))),
  };
};
const at = 'edfi:<edfi-enrolment e1> 2023-10-02';

describe('an attendance event', () => {
  it.each([
    ['Excused Absence', {}, [`${at} AM authorised`, `${at} PM authorised`]],
    ['Unexcused Absence', { eventDuration: 1 }, [`${at} AM unauthorised`, `${at} PM unauthorised`]],
    ['unexcused absence', { eventDuration: 0.5, arrivalTime: '12:10:00' }, [`${at} AM unauthorised`]],
    ['Unexcused Absence', { eventDuration: 0.33, departureTime: '13:10:00' }, [`${at} PM unauthorised`]],
    ['Unexcused Absence', { eventDuration: 0.5 }, [`${at} AM unauthorised`]],
    ['Unexcused Absence', { eventDuration: 0 }, []],
    ['Tardy', { arrivalTime: '08:40:00' }, []],
    ['In Attendance', {}, []],
  ])('%s %j', (value, more, marks) => {
    const result = read(value, more);
    expect(result.marks).toEqual(marks);
    expect([...result.bases]).toEqual(marks.length > 0 ? ['exception'] : []);
    expect(result.unmapped).toEqual([]);
  });

  it('of a category that nobody knows is kept without a meaning, and counted', () => {
    const result = read('Remote, camera off');
    expect(result.marks).toEqual([`${at} AM null`, `${at} PM null`]);
    expect(result.unmapped).toEqual(['AttendanceEventCategoryDescriptor Remote, camera off']);
    const descriptors = { AttendanceEventCategory: { 'remote, CAMERA off': 'not-possible' } };
    expect(read('Remote, camera off', {}, {}, { descriptors }).marks).toEqual([
      `${at} AM not-possible`,
      `${at} PM not-possible`,
    ]);
  });

  it('on a day that no enrolment covers is set aside, and taken from the enrolments that it was under', () => {
    const result = read('Excused Absence', {}, { enrolment: undefined, otherEnrolments: ['e0'] });
    expect(result.outcomes).toEqual(['removed', 'removed', 'rejected']);
    expect(result.gone).toEqual([
      'edfi:<edfi-enrolment e0> 2023-10-02 AM',
      'edfi:<edfi-enrolment e0> 2023-10-02 PM',
    ]);
  });

  it('that is gone takes its day from every enrolment that it may be under', () => {
    const removal = { removal: { key: { eventDate: '2023-10-02' }, enrolments: ['e1', 'e2'] } };
    expect(mapAttendanceMark(removal, mapContext()).map(outcomeOf)).toEqual([
      'removed',
      'removed',
      'removed',
      'removed',
    ]);
    const old = { removal: { guid: 'x', key: {} } };
    expect(mapAttendanceMark(old, mapContext()).map(outcomeOf)).toEqual(['rejected']);
  });
});
