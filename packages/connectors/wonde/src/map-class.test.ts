import { describe, expect, it } from 'vitest';
import { mapContext, ofSchool, rowsOf } from './__fixtures__/test-context.ts';
import { mapClass } from './map-class.ts';
import { mapClassEnrolment } from './map-class-enrolment.ts';
import { mapSubject } from './map-subject.ts';
import { mapTeaching } from './map-teaching.ts';
import { WireClass, WireSubject } from './wonde-schemas.ts';

const [set, nameless] = rowsOf('classes', WireClass) as [WireClass, WireClass];
const context = mapContext();

describe('classes', () => {
  it('become classes with their subject', () => {
    expect(mapClass(set, context)).toEqual({
      id: 'wonde:A4000000001',
      organisationId: 'urn:990001',
      name: '9A/Ma1',
      subjectId: 'wonde:A5000000001',
      yearGroup: 9,
    });
  });

  it('are set aside without a name', () => {
    expect(mapClass(nameless, context)).toMatchObject({ field: 'name' });
    expect(nameless.subject).toBe('A5000000001');
  });

  it('list students and teachers', () => {
    expect(mapClassEnrolment(set, context)).toEqual(
      ['A2000000001', 'A2000000002'].map((student) => ({
        id: `wonde:A4000000001:wonde:<wonde-student ${student}>`,
        classId: 'wonde:A4000000001',
        studentId: `wonde:<wonde-student ${student}>`,
      })),
    );
    expect(mapTeaching(set, context)).toEqual([
      {
        id: 'wonde:A4000000001:wonde:<wonde-employee A3000000001>',
        classId: 'wonde:A4000000001',
        staffId: 'wonde:<wonde-employee A3000000001>',
      },
    ]);
    expect(mapClassEnrolment(nameless, context)).toEqual([]);
    expect(mapTeaching(nameless, context)).toEqual([]);
  });
});

describe('mapSubject', () => {
  it('takes the code where there is no name', () => {
    const subject = (fields: object) =>
      mapSubject(WireSubject.parse({ id: 12, ofSchool, ...fields }), context);
    expect(subject({ name: 'Art', code: 'Ar' })).toMatchObject({ id: 'wonde:12', name: 'Art', code: 'Ar' });
    expect(subject({ name: '', code: 'Ar' })).toMatchObject({ name: 'Ar' });
    expect(subject({ name: null })).toMatchObject({ field: 'name' });
  });
});
