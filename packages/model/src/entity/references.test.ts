import { describe, expect, it } from 'vitest';
import { entities, entityNames } from './entities.ts';
import { references } from './references.ts';

describe('references', () => {
  it('say which entity an id names, also where it is optional or in a list', () => {
    const told = (entity: Parameters<typeof references>[0]) =>
      references(entity).map(({ field, entity: named, list }) => `${field} ${named}${list ? '[]' : ''}`);
    expect(told('Enrolment')).toEqual([
      'studentId Student',
      'organisationId Organisation',
      'destinationId Organisation',
    ]);
    expect(told('SharingAgreement')).toEqual(['organisationIds Organisation[]', 'groupId SchoolGroup']);
    expect(told('OrganisationLink')).toEqual(['organisationId Organisation', 'relatedId Organisation']);
    expect(told('Student')).toEqual([]);
  });

  it('count the fields of a key that name other records', () => {
    expect(references('AttendanceMark').map(({ field }) => field)).toEqual(['enrolmentId', 'organisationId']);
  });

  it('miss no field that is named like an id', () => {
    const named = entityNames.flatMap((entity) =>
      Object.keys(entities[entity].schema.shape)
        .filter((field) => /Ids?$/.test(field) && !references(entity).some((one) => one.field === field))
        .map((field) => `${entity}.${field}`),
    );
    expect(named).toEqual(['Class.sharedCourseId']);
  });
});
