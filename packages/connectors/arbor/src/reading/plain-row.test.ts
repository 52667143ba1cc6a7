import { describe, expect, it } from 'vitest';
import { isOnlyReference, plainRow } from './plain-row.ts';

describe('plainRow', () => {
  it('reduces references to ids, and dates to text, however they are written', () => {
    expect(
      plainRow({
        entityType: 'Student',
        href: '/rest-v2/students/12',
        displayName: 'Jane Doe',
        userTags: { a: 1 },
        person: {
          entityType: 'Person',
          href: 'https://school.uk.arbor.sc/rest-v2/persons/34/',
          legalFirstName: 'Jane',
        },
        ethnicity: '/rest-v2/ethnicities/WBRI',
        entryDate: { entityType: 'date', date: '2022-09-01 00:00:00' },
        leavingDate: '2023-07-21 00:00:00.000000',
        fromDatetime: '2023-07-21 09:00:00',
        religion: null,
        hours: 3,
      }),
    ).toEqual({
      id: '12',
      person: '34',
      personType: 'Person',
      ethnicity: 'WBRI',
      entryDate: '2022-09-01',
      leavingDate: '2023-07-21',
      fromDatetime: '2023-07-21 09:00:00',
      religion: null,
      hours: 3,
    });
  });

  it.each([[undefined], [null], ['text'], [{}], [{ href: '/elsewhere/1' }], [{ id: '' }]])(
    'finds no record in %j',
    (value) => {
      expect(plainRow(value)).toBeUndefined();
    },
  );

  it('takes an id where there is no address', () => {
    expect(plainRow({ id: 5, code: 'A' })).toEqual({ id: '5', code: 'A' });
  });
});

describe('isOnlyReference', () => {
  it('tells an address from a record', () => {
    expect(isOnlyReference({ entityType: 'Student', href: '/rest-v2/students/1', displayName: 'Jane' })).toBe(
      true,
    );
    expect(isOnlyReference({ entityType: 'Student', href: '/rest-v2/students/1', person: null })).toBe(false);
  });
});
