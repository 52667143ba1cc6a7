import { describe, expect, it } from 'vitest';
import { mapContext, rowsOf } from './__fixtures__/test-context.ts';
import { mapAssessment } from './map-assessment.ts';
import { WireResult } from './wonde-schemas.ts';

const [result, target, other] = rowsOf('results', WireResult) as [WireResult, WireResult, WireResult];
const context = mapContext({
  aspects: [
    { name: 'GCSE * Target', gradeScheme: 'gcse-9-1', kind: 'target' },
    { name: 'GCSE Mathematics Result', gradeScheme: 'gcse-9-1', qualificationId: 'gcse-mathematics' },
  ],
});

describe('mapAssessment', () => {
  it('reads a result of an aspect that the settings name', () => {
    expect(mapAssessment(result, context)).toEqual({
      id: 'wonde:<wonde-result A9000000001>',
      studentId: 'wonde:<wonde-student A2000000001>',
      organisationId: 'urn:990001',
      kind: 'result',
      qualificationId: 'gcse-mathematics',
      gradeScheme: 'gcse-9-1',
      grade: '7',
      points: 7,
      takenOn: '2025-08-21',
    });
  });

  it('keeps a grade that is none of the scheme, without points', () => {
    expect(mapAssessment(target, context)).toMatchObject({ kind: 'target', grade: '9=', points: null });
  });

  it('passes over other aspects', () => {
    expect(mapAssessment(other, context)).toMatchObject({
      reason: 'result of an aspect that the settings do not name',
    });
  });

  it('sets aside what has no grade or date', () => {
    expect(mapAssessment({ ...result, result: undefined }, context)).toMatchObject({ field: 'result' });
    expect(mapAssessment({ ...result, result_date: null }, context)).toMatchObject({ field: 'result_date' });
  });
});
