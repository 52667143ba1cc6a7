import { outcomeOf } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { changes, mapContext, reading } from '../__fixtures__/map-context.ts';
import { mapCalendar, schoolCalendars, WireSchoolCalendar } from './map-calendar.ts';
import { mapClass } from './map-class.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapOrganisationLink } from './map-organisation-link.ts';
import { mapSubject } from './map-subject.ts';
import { mapTeaching } from './map-teaching.ts';
import { WireClass, WireCourse, WireEnrollment, WireOrg } from './wire-roster.ts';

const org = (row: object) => WireOrg.parse({ sourcedId: 's1', reading, ...row });
const national = { organisationIdentifiers: { school: 'nces', district: 'nces' } };

describe('mapOrganisation', () => {
  it('takes the national identifier that the settings name', () => {
    const row = org({ name: 'Gotham High', type: 'school', identifier: '060000100001' });
    expect(mapOrganisation(row, mapContext(national))).toEqual({
      id: 'nces:060000100001',
      kind: 'school',
      name: 'Gotham High',
      identifiers: ['nces:060000100001', 'or:s1'],
      type: 'school',
      jurisdiction: 'US-CA',
    });
    expect(mapOrganisation(row, mapContext())).toMatchObject({
      id: 'or:s1',
      identifiers: ['identifier:060000100001'],
    });
  });

  it.each(['not a number', '12', ''])('makes no id of the identifier “%s”', (identifier) => {
    expect(
      mapOrganisation(org({ name: 'A', type: 'school', identifier }), mapContext(national)),
    ).toMatchObject({ id: 'or:s1' });
  });

  it.each([
    ['district', {}, 'authority', []],
    ['district', { districtKind: 'trust' }, 'trust', []],
    ['department', {}, 'other', []],
    ['ext:campus', {}, 'other', ['type ext:campus']],
  ] as const)('%s with %j is %s', (type, settings, kind, unmapped) => {
    const context = mapContext(settings);
    expect(mapOrganisation(org({ name: 'A', type }), context)).toMatchObject({ kind });
    expect(context.counted.unmapped).toEqual(unmapped);
  });

  it('is named by its identifier without a name, which is counted', () => {
    const context = mapContext();
    expect(mapOrganisation(org({ name: '', type: 'school', identifier: 'GH' }), context)).toMatchObject({
      name: 'GH',
    });
    expect(context.counted.drift).toEqual(['name']);
  });

  it('keeps ids of the longest sourcedIds within what ids may be', () => {
    const { id } = mapOrganisation(
      org({ sourcedId: 'x'.repeat(255), name: 'A', type: 'school' }),
      mapContext(),
    ) as { id: string };
    expect(id).toMatch(/^or:sha256-[\w-]{43}$/);
  });
});

describe('mapOrganisationLink', () => {
  it('links a school to its parent', () => {
    expect(mapOrganisationLink(org({ type: 'school', parent: { sourcedId: 'd1' } }), mapContext())).toEqual({
      id: 'or:s1:parent',
      organisationId: 'or:s1',
      relatedId: 'or:d1',
      kind: 'authority',
    });
  });

  it.each([{ type: 'school' }, { type: 'district', parent: { sourcedId: 'd1' } }])(
    'makes none of %j',
    (row) => {
      expect(outcomeOf(mapOrganisationLink(org(row), mapContext()) as object)).toBe('skipped');
    },
  );
});

describe('mapSubject and mapClass', () => {
  it('name the subject of a course', () => {
    const course = (row: object) =>
      mapSubject(WireCourse.parse({ sourcedId: 'c1', reading, ...row }), mapContext());
    expect(
      course({
        title: 'Algebra I',
        subjects: ['Mathematics'],
        subjectCodes: ['02'],
        org: { sourcedId: 's1' },
      }),
    ).toEqual({
      id: 'or:c1',
      organisationId: 'or:s1',
      name: 'Mathematics',
      code: '02',
    });
    expect(course({ title: 'Algebra I', courseCode: 'ALG1' })).toMatchObject({
      name: 'Algebra I',
      code: 'ALG1',
    });
    expect(course({ title: ' ', subjects: [] })).toMatchObject({ name: 'c1', code: null });
  });

  it('make a class of a school', () => {
    const one = (row: object) =>
      mapClass(WireClass.parse({ sourcedId: 'k1', reading, ...row }), mapContext());
    expect(
      one({ title: '9B', school: { sourcedId: 's1' }, course: { sourcedId: 'c1' }, grades: ['09'] }),
    ).toEqual({
      id: 'or:k1',
      organisationId: 'or:s1',
      name: '9B',
      subjectId: 'or:c1',
      yearGroup: 9,
    });
    expect(one({ title: '', classCode: 'B', school: { sourcedId: 's1' } })).toMatchObject({
      name: 'B',
      subjectId: null,
    });
    expect(one({ title: '9B' })).toMatchObject({ field: 'school' });
    expect(one({ status: 'tobedeleted' })).toMatchObject({ key: ['or:k1'] });
  });
});

describe('enrollments', () => {
  const row = (fields: object) =>
    WireEnrollment.parse({
      sourcedId: 'e1',
      reading,
      role: 'student',
      class: { sourcedId: 'k1' },
      user: { sourcedId: 'u1' },
      ...fields,
    });
  const id = 'or:<oneroster-enrollment or:e1>';

  it('of students are places in classes, of teachers teaching', () => {
    const dates = { beginDate: '2025-08-18', endDate: '2026-06-12' };
    expect(mapClassEnrolment(row(dates), mapContext())).toEqual({
      id,
      classId: 'or:k1',
      studentId: 'or:<oneroster-student or:u1>',
      validFrom: '2025-08-18',
      validTo: '2026-06-11',
    });
    expect(mapTeaching(row({ role: 'teacher', primary: 'true' }), mapContext())).toEqual({
      id,
      classId: 'or:k1',
      staffId: 'or:<oneroster-staff or:u1>',
      validFrom: null,
      validTo: null,
    });
  });

  it('of others are passed over, and removed among changes', () => {
    for (const role of ['teacher', 'administrator', 'proctor', 'aide'])
      expect(outcomeOf(mapClassEnrolment(row({ role }), mapContext()) as object)).toBe('skipped');
    for (const role of ['student', 'administrator', 'proctor', 'aide'])
      expect(outcomeOf(mapTeaching(row({ role }), mapContext()) as object)).toBe('skipped');
    expect(mapTeaching(row({ reading: changes }), mapContext())).toMatchObject({ key: [id] });
  });

  it.each([
    [{ role: '' }, 'role'],
    [{ class: null }, 'class'],
    [{ user: { href: '/users/u1' } }, 'user'],
    [{ beginDate: '2025-09-01', endDate: '2025-08-01' }, 'endDate'],
  ])('with %j are set aside', (fields, field) => {
    expect(mapClassEnrolment(row(fields), mapContext())).toMatchObject({ field });
  });
});

describe('mapCalendar', () => {
  const session = (sourcedId: string, type: string, startDate: string, endDate: string) => ({
    sourcedId,
    type,
    title: sourcedId,
    startDate,
    endDate,
    reading,
  });
  const sessions = [
    session('year', 'schoolYear', '2025-08-18', '2026-06-12'),
    session('T2', 'term', '2026-01-05', '2026-06-12'),
    session('T1', 'term', '2025-08-18', '2025-12-20'),
    session('Q1', 'gradingPeriod', '2025-08-18', '2025-10-20'),
    session('S1', 'semester', '2025-08-18', '2025-12-20'),
  ];
  const byId = new Map(sessions.map((one) => [one.sourcedId, one]));

  it('gives a school the terms that its classes name', () => {
    const rows = schoolCalendars(
      [
        { school: 's1', terms: ['T1', 'Q1', 'year'] },
        { school: 's1', terms: ['T2', 'gone'] },
        { school: 's2', terms: ['S1'], status: 'active' },
        { school: 's2', terms: ['T1'], status: 'tobedeleted' },
      ],
      byId,
    );
    const mapped = rows.flatMap((row) =>
      mapCalendar(WireSchoolCalendar.parse({ ...row, reading }), mapContext()),
    );
    expect(mapped).toEqual([
      {
        id: 'or:or:s1:2025',
        organisationId: 'or:s1',
        academicYear: 2025,
        terms: [
          { name: 'T1', from: '2025-08-18', to: '2025-12-19' },
          { name: 'T2', from: '2026-01-05', to: '2026-06-11' },
        ],
      },
      {
        id: 'or:or:s2:2025',
        organisationId: 'or:s2',
        academicYear: 2025,
        terms: [{ name: 'S1', from: '2025-08-18', to: '2025-12-19' }],
      },
    ]);
  });

  it('sets a session aside that has no days', () => {
    const row = WireSchoolCalendar.parse({
      school: 's1',
      reading,
      sessions: [session('T1', 'term', '2025-12-20', '2025-08-18')],
    });
    expect(mapCalendar(row, mapContext())).toMatchObject([{ field: 'sessions.startDate' }]);
  });
});
