import { outcomeOf } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { changes, mapContext, reading } from '../__fixtures__/map-context.ts';
import { mapStaff } from './map-staff.ts';
import { mapStudent } from './map-student.ts';
import { mapStudentCharacteristic } from './map-student-characteristic.ts';
import { WireUser } from './wire-roster.ts';

const user = (row: object) => WireUser.parse({ sourcedId: 'u1', reading, ...row });
const student = {
  roles: [{ roleType: 'primary', role: 'student', org: { sourcedId: 's1', href: '/orgs/s1', type: 'org' } }],
};

describe('mapStudent', () => {
  it('keeps of a person the pseudonym, sex, year and month', () => {
    const row = user({
      ...student,
      givenName: 'Ada',
      password: 'x',
      demographics: { sourcedId: 'u1', sex: 'female', birthDate: '2010-04-17' },
    });
    expect(mapStudent(row, mapContext())).toEqual({
      id: 'or:<oneroster-student or:u1>',
      linkKey: null,
      sex: 'F',
      birthYear: 2010,
      birthMonth: 4,
    });
    expect(JSON.stringify(row)).not.toContain('Ada');
  });

  it.each([
    [
      { from: 'userIds', kind: 'upn' } as const,
      { userIds: [{ type: 'upn', identifier: 'a990000000001' }] },
      '<upn A990000000001>',
    ],
    [
      { from: 'userIds', type: 'stateId', kind: 'us-ca' } as const,
      { userIds: [{ type: 'STATEID', identifier: '12 34' }] },
      '<us-ca 1234>',
    ],
    [{ from: 'identifier', kind: 'upn' } as const, { identifier: 'A99000000000B' }, null],
    [{ from: 'userMasterIdentifier', kind: 'us-ca' } as const, { userMasterIdentifier: 'x9' }, '<us-ca X9>'],
    [{ from: 'userIds', kind: 'upn' } as const, {}, null],
  ])('links by %j', (studentIdentifier, fields, linkKey) => {
    expect(mapStudent(user({ ...student, ...fields }), mapContext({ studentIdentifier }))).toMatchObject({
      linkKey,
    });
  });

  it.each([
    ['male', 'M'],
    ['Other', 'X'],
    ['unspecified', null],
    [undefined, null],
  ])('reads the sex %s', (sex, expected) => {
    expect(
      mapStudent(user({ ...student, demographics: { sourcedId: 'u1', sex } }), mapContext()),
    ).toMatchObject({ sex: expected });
  });

  it('counts a sex that the standard does not know', () => {
    const context = mapContext();
    mapStudent(user({ ...student, demographics: { sourcedId: 'u1', sex: 'ext:unknown' } }), context);
    expect(context.counted.unmapped).toEqual(['sex ext:unknown']);
  });

  it('leaves demographics that are to be deleted out', () => {
    const demographics = { sourcedId: 'u1', sex: 'male', status: 'tobedeleted' };
    expect(mapStudent(user({ ...student, demographics }), mapContext())).toMatchObject({ sex: null });
  });

  it.each(['tobedeleted', 'inactive'])('removes a user who is %s', (status) => {
    expect(mapStudent(user({ ...student, status }), mapContext())).toMatchObject({
      key: ['or:<oneroster-student or:u1>'],
    });
  });

  it('passes over who is no student, and removes who is none any more', () => {
    expect(outcomeOf(mapStudent(user({ role: 'parent' }), mapContext()) as object)).toBe('skipped');
    const former = user({ role: 'parent', reading: changes });
    expect(outcomeOf(mapStudent(former, mapContext()) as object)).toBe('removed');
  });

  it('takes a user of 1.1 without organisations', () => {
    expect(mapStudent(user({ role: 'student' }), mapContext())).toMatchObject({
      id: 'or:<oneroster-student or:u1>',
    });
  });
});

describe('mapStaff', () => {
  it.each(['teacher', 'aide', 'administrator', 'principal', 'counselor', 'proctor', 'districtAdministrator'])(
    '%s is staff',
    (role) => {
      expect(mapStaff(user({ role, orgs: [{ sourcedId: 's1' }] }), mapContext())).toEqual({
        id: 'or:<oneroster-staff or:u1>',
        linkKey: null,
      });
    },
  );

  it.each(['student', 'parent', 'guardian', 'relative'])('%s is not', (role) => {
    expect(outcomeOf(mapStaff(user({ role, orgs: [{ sourcedId: 's1' }] }), mapContext()) as object)).toBe(
      'skipped',
    );
  });

  it('counts extended roles, unless the settings know them', () => {
    const row = user({ roles: [{ role: 'ext:coach', org: { sourcedId: 's1' } }] });
    const context = mapContext();
    expect(outcomeOf(mapStaff(row, context) as object)).toBe('skipped');
    expect(context.counted.unmapped).toEqual(['role ext:coach']);
    expect(mapStaff(row, mapContext({ roles: { 'ext:coach': 'support' } }))).toMatchObject({
      id: 'or:<oneroster-staff or:u1>',
    });
  });

  it('links by teacher number, however it is written', () => {
    const staffIdentifier = { from: 'identifier', kind: 'trn' } as const;
    const row = user({ role: 'teacher', identifier: 'RP99/12345' });
    expect(mapStaff(row, mapContext({ staffIdentifier }))).toMatchObject({ linkKey: '<trn 9912345>' });
  });
});

describe('mapStudentCharacteristic', () => {
  const id = 'or:<oneroster-student or:u1>';

  it('keeps every flag of ethnicity that is true', () => {
    const demographics = { sourcedId: 'u1', white: 'true', asian: true, hispanicOrLatinoEthnicity: 'false' };
    expect(mapStudentCharacteristic(user({ ...student, demographics }), mapContext())).toEqual([
      { id: `${id}:ethnicity`, studentId: id, kind: 'ethnicity', value: 'asian+white' },
    ]);
  });

  it('reads the extensions that the settings name, and counts values that they do not know', () => {
    const characteristics = [
      { key: 'frl', kind: 'free-school-meals' },
      { key: 'plan', kind: 'sen', values: { IEP: 'plan', none: 'none' } },
      { key: 'lang', kind: 'language' },
      { key: 'care', kind: 'looked-after' },
    ] as const;
    const context = mapContext({ characteristics: [...characteristics] });
    const row = user({
      ...student,
      metadata: { frl: true, plan: 'IEP', care: 'perhaps' },
      demographics: { sourcedId: 'u1', metadata: { lang: 'spa', frl: 'no' } },
    });
    const found = mapStudentCharacteristic(row, context) as { kind?: string; value?: string }[];
    expect(found.flatMap(({ kind, value }) => (kind === undefined ? [] : [[kind, value]]))).toEqual([
      ['free-school-meals', 'yes'],
      ['sen', 'plan'],
      ['language', 'spa'],
    ]);
    expect(context.counted.unmapped).toEqual(['metadata.care perhaps']);
  });

  it('removes among changes what is not given any more', () => {
    const characteristics = [{ key: 'lang', kind: 'language' as const }];
    expect(
      mapStudentCharacteristic(user({ ...student, reading: changes }), mapContext({ characteristics })),
    ).toMatchObject([{ key: [`${id}:ethnicity`] }, { key: [`${id}:language`] }]);
  });
});
