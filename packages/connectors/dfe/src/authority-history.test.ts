import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityHistory } from './authority-history.ts';

describe('authorityHistory', () => {
  it('keeps one open period when all files agree', () => {
    const statements = [
      { authority: '352', asOf: '2022-03-14' },
      { authority: '352', academicYear: 2018 },
    ];
    expect(authorityHistory(statements)).toEqual([
      { authority: '352', validFrom: null, validTo: null, asOf: '2022-03-14' },
    ]);
  });

  // Northamptonshire (928) became West (941) and North Northamptonshire (940) on 1 April 2021; no file gives that day.
  it('ends the earlier authority with the last year that a table states it', () => {
    const statements = [
      { authority: '941', asOf: '2022-03-14' },
      { authority: '928', academicYear: 2018 },
      { authority: '928', academicYear: 2017 },
    ];
    expect(authorityHistory(statements)).toEqual([
      { authority: '941', validFrom: '2019-09-01', validTo: null, asOf: '2022-03-14' },
      { authority: '928', validFrom: null, validTo: '2019-08-31', asOf: null },
    ]);
  });

  it('takes the more trusted of two tables of one year for the later', () => {
    const statements = [
      { authority: '838', academicYear: 2018 },
      { authority: '835', academicYear: 2018 },
    ];
    expect(authorityHistory(statements).map(({ authority, validTo }) => [authority, validTo])).toEqual([
      ['838', null],
      ['835', '2019-08-31'],
    ]);
  });

  it('leaves out the less trusted of two extracts of one day', () => {
    const statements = [
      { authority: '201', asOf: '2022-03-14' },
      { authority: '925', asOf: '2022-03-14' },
    ];
    expect(authorityHistory(statements)).toEqual([
      { authority: '201', validFrom: null, validTo: null, asOf: '2022-03-14' },
    ]);
  });

  it('never puts a school in two authorities on one day', () => {
    const statement = fc.record({
      authority: fc.constantFrom('201', '202', '203', '204'),
      academicYear: fc.integer({ min: 2010, max: 2024 }),
    });
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 8 }),
        fc.integer({ min: 2009, max: 2026 }),
        (statements, year) => {
          const day = `${year}-01-15`;
          const holding = authorityHistory(statements).filter(
            ({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9999'),
          );
          expect(holding.length).toBeLessThanOrEqual(1);
          for (const { validFrom, validTo } of authorityHistory(statements))
            expect((validFrom ?? '') <= (validTo ?? '9999')).toBe(true);
          expect(authorityHistory(statements).filter(({ validTo }) => validTo === null).length).toBe(
            statements.length === 0 ? 0 : 1,
          );
        },
      ),
    );
  });
});
