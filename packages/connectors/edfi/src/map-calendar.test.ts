import { outcomeOf } from '@collegial/connector-kit';
import { expect, it } from 'vitest';
import { mapContext } from './__fixtures__/test-context.ts';
import { mapCalendar } from './map-calendar.ts';

/** Monday 4 to Friday 15 September 2023: Labor Day is closed, Wednesday 6 for snow, and Thursday 7 is not in the list at all. */
const days = (more: [string, string[]][] = []): [string, string[]][] => [
  ['2023-09-04', ['Holiday']],
  ['2023-09-05', ['Instructional day', 'Student late arrival/early dismissal']],
  ['2023-09-06', ['Instructional day', 'Weather day']],
  ['2023-09-08', ['Make-up day']],
  ...['11', '12', '13', '14', '15'].map((day): [string, string[]] => [
    `2023-09-${day}`,
    ['Instructional day'],
  ]),
  ...more,
];
const year = {
  organisationId: 'nces:1',
  schoolYear: 2024,
  sessions: [{ name: 'Fall', from: '2023-09-04', to: '2023-09-15' }],
  calendars: [{ code: 'A', type: 'School', days: days() }],
};

it('terms are sessions, closures the weekdays that nobody calls a school day', () => {
  expect(mapCalendar(year, mapContext())).toEqual({
    id: 'nces:1:2024',
    organisationId: 'nces:1',
    academicYear: 2023,
    terms: year.sessions,
    closures: [
      { from: '2023-09-04', to: '2023-09-04' },
      { from: '2023-09-06', to: '2023-09-07' },
    ],
    sessions: ['AM', 'PM'],
  });
});

it('without sessions, or with school days outside them, the year is one term', () => {
  const term = [{ name: 'School year', from: '2023-09-05', to: '2023-09-15' }];
  expect(mapCalendar({ ...year, sessions: [] }, mapContext())).toMatchObject({ terms: term });
  const short = [{ name: 'Fall', from: '2023-09-04', to: '2023-09-08' }];
  expect(mapCalendar({ ...year, sessions: short }, mapContext())).toMatchObject({ terms: term });
});

it('calendars that differ are set aside until the settings name one; the same twice is one, those of teachers are none', () => {
  const other = { code: 'B', type: 'School', days: days([['2023-09-07', ['Instructional day']]]) };
  const two = { ...year, calendars: [...year.calendars, other] };
  expect(outcomeOf(mapCalendar(two, mapContext()))).toBe('rejected');
  expect(mapCalendar(two, mapContext({ calendarCodes: ['B'] }))).toMatchObject({
    closures: [
      { from: '2023-09-04', to: '2023-09-04' },
      { from: '2023-09-06', to: '2023-09-06' },
    ],
  });
  const same = {
    ...year,
    calendars: [...year.calendars, { ...year.calendars[0], code: 'C' } as typeof other],
  };
  expect(outcomeOf(mapCalendar(same, mapContext()))).toBeUndefined();
  const staff = { ...year, calendars: [...year.calendars, { ...other, type: 'Teacher' }] };
  expect(outcomeOf(mapCalendar(staff, mapContext()))).toBeUndefined();
});

it('events that nobody knows make no school day, and are counted; a year without school days is set aside', () => {
  const context = mapContext();
  const odd = {
    ...year,
    calendars: [{ code: 'A', type: 'School', days: [['2023-09-05', ['Pep rally']] as [string, string[]]] }],
  };
  expect(outcomeOf(mapCalendar(odd, context))).toBe('rejected');
  expect(context.counted.unmapped).toEqual(['CalendarEventDescriptor Pep rally']);
  expect(outcomeOf(mapCalendar({ ...year, calendars: [] }, context))).toBe('rejected');
});
