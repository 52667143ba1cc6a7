import { outcomeOf } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { changes, mapContext, reading } from '../__fixtures__/map-context.ts';
import { knownLineItem } from './known-line-item.ts';
import { mapAssessment } from './map-assessment.ts';
import { WireLineItem, WireResult } from './wire-gradebook.ts';

const places = {
  classes: new Map([['k1', { school: 's1', course: 'c1' }]]),
  categories: new Map([['cat1', 'Mock examinations']]),
  reading,
};
const item = (fields: object) =>
  knownLineItem(
    WireLineItem.parse({
      sourcedId: 'l1',
      reading,
      title: 'Mathematics paper',
      class: { sourcedId: 'k1' },
      category: { sourcedId: 'cat1' },
      ...fields,
    }),
    places,
    mapContext(),
  );
const result = (
  fields: object,
  lineItem: object = { resultValueMin: 0, resultValueMax: 50 },
  read = reading,
) =>
  WireResult.parse({
    sourcedId: 'r1',
    reading: { ...read, lineItems: new Map([['l1', item(lineItem)]]) },
    lineItem: { sourcedId: 'l1' },
    student: { sourcedId: 'u1' },
    scoreStatus: 'fully graded',
    scoreDate: '2025-10-01',
    ...fields,
  });

describe('mapAssessment', () => {
  it('keeps the range of a line item as a scheme of its own', () => {
    expect(mapAssessment(result({ score: '42.5' }), mapContext())).toEqual({
      id: 'or:<oneroster-result or:r1>',
      studentId: 'or:<oneroster-student or:u1>',
      organisationId: 'or:s1',
      subjectId: 'or:c1',
      kind: 'result',
      gradeScheme: 'oneroster-score-0-50',
      grade: '42.5',
      points: 42.5,
      takenOn: '2025-10-01',
    });
  });

  it('gives no points beyond the range, nor for words on a scale', () => {
    expect(mapAssessment(result({ score: 51 }), mapContext())).toMatchObject({ grade: '51', points: null });
    const scaled = result({ textScore: 'B+', scoreScale: { sourcedId: 'sc1' } }, {});
    expect(mapAssessment(scaled, mapContext())).toMatchObject({
      gradeScheme: 'oneroster-scale-or:sc1',
      grade: 'B+',
      points: null,
    });
  });

  it.each([
    [
      { category: 'Mock*', gradeScheme: 'gcse-9-1', kind: 'prediction', qualificationId: 'gcse-mathematics' },
      { gradeScheme: 'gcse-9-1', kind: 'prediction', points: 7, qualificationId: 'gcse-mathematics' },
    ],
    [
      { lineItem: 'Math*paper', gradeScheme: 'gcse-9-1' },
      { gradeScheme: 'gcse-9-1', kind: 'result', points: 7 },
    ],
    [{ lineItem: 'Math', gradeScheme: 'gcse-9-1' }, { gradeScheme: 'oneroster-score-0-50' }],
    [{ lineItem: '*paper*paper', gradeScheme: 'gcse-9-1' }, { gradeScheme: 'oneroster-score-0-50' }],
    [
      { lineItem: '*paper', category: 'Homework', gradeScheme: 'gcse-9-1' },
      { gradeScheme: 'oneroster-score-0-50' },
    ],
  ] as const)('reads the grade by the rule %j', (rule, expected) => {
    expect(mapAssessment(result({ score: 7 }), mapContext({ results: [rule] }))).toMatchObject(expected);
  });

  it('counts a grade that is not one of the scheme', () => {
    const context = mapContext({ results: [{ gradeScheme: 'gcse-9-1' }] });
    expect(mapAssessment(result({ textScore: 'B+' }), context)).toMatchObject({ grade: 'B+', points: null });
    expect(context.counted.unmapped).toEqual(['grade gcse-9-1 B+']);
  });

  it.each([
    ['exempt', {}, {}],
    ['fully graded', { score: null, textScore: '' }, {}],
    ['fully graded', { score: 5 }, {}],
    ['fully graded', { textScore: 'good' }, { resultValueMin: 0, resultValueMax: 5 }],
  ])('says nothing of a result that is %s with %j and %j', (scoreStatus, fields, lineItem) => {
    expect(
      outcomeOf(mapAssessment(result({ scoreStatus, ...fields }, lineItem), mapContext()) as object),
    ).toBe('skipped');
    const change = result({ scoreStatus, ...fields }, lineItem, changes);
    expect(mapAssessment(change, mapContext())).toMatchObject({ key: ['or:<oneroster-result or:r1>'] });
  });

  it.each([
    [{ student: null }, {}, 'student'],
    [{ scoreDate: 'yesterday' }, {}, 'scoreDate'],
    [{ lineItem: { sourcedId: 'l9' } }, {}, 'lineItem'],
    [{}, { class: { sourcedId: 'k9' } }, 'lineItem.class'],
    [{}, { class: null }, 'lineItem.class'],
  ])('sets aside %j of %j', (fields, lineItem, field) => {
    expect(mapAssessment(result({ score: 5, ...fields }, lineItem), mapContext())).toMatchObject({ field });
  });

  it('takes the school of a line item without a class', () => {
    const row = result(
      { score: 5 },
      { class: null, school: { sourcedId: 's2' }, resultValueMin: 0, resultValueMax: 5 },
    );
    expect(mapAssessment(row, mapContext())).toMatchObject({ organisationId: 'or:s2', subjectId: null });
  });
});
