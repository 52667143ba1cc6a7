import { describe, expect, it } from 'vitest';
import { mapContext, rowsOf } from './__fixtures__/test-context.ts';
import { mapExclusion } from './map-exclusion.ts';
import { WireExclusion } from './wonde-schemas.ts';

const [suspension, permanent] = rowsOf('exclusions', WireExclusion) as [WireExclusion, WireExclusion];
const context = mapContext();

describe('mapExclusion', () => {
  it('keeps the list of reasons in order', () => {
    expect(mapExclusion(suspension, context)).toEqual({
      id: 'wonde:<wonde-exclusion A8000000001>',
      studentId: 'wonde:<wonde-student A2000000001>',
      organisationId: 'urn:990001',
      kind: 'suspension',
      startsOn: '2025-11-03',
      endsOn: '2025-11-04',
      sessions: 4,
      reasons: ['PP', 'DB'],
    });
  });

  it('takes words for codes, and one reason for a list', () => {
    expect(mapExclusion(permanent, context)).toMatchObject({
      kind: 'permanent',
      endsOn: null,
      sessions: null,
      reasons: ['Bullying'],
    });
  });

  it('reads FIXD with the meaning it had', () => {
    expect(mapExclusion({ ...suspension, type: 'FIXD', start_date: '2019-01-07' }, context)).toMatchObject({
      kind: 'suspension',
    });
    expect(mapExclusion({ ...suspension, type: { data: { code: 'LNCH' } } }, context)).toMatchObject({
      kind: 'lunchtime',
    });
  });

  it('sets aside a type that is not known, and what has no student or first day', () => {
    expect(mapExclusion({ ...suspension, type: 'Detention' }, context)).toMatchObject({ field: 'type' });
    expect(mapExclusion({ ...suspension, student: undefined }, context)).toMatchObject({ field: 'student' });
    expect(mapExclusion({ ...suspension, start_date: null }, context)).toMatchObject({ field: 'start_date' });
  });
});
