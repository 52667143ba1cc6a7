import { gradeOf, gradeScheme } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { award } from './grades.ts';
import { cityQualifications } from './qualifications.ts';

const of = (id: string) => cityQualifications.find((qualification) => qualification.id === id)!;

describe('award', () => {
  it.each([
    ['gcse-history', 4, '4'],
    ['gcse-history', 3.99, '3'],
    ['gcse-history', 0.9, 'U'],
    ['gcse-history', 12, '9'],
    ['gcse-combined-science', 4, '4-4'],
    ['gcse-combined-science', 4.5, '5-4'],
    ['gcse-combined-science', 9.4, '9-9'],
    ['gcse-combined-science', 0.2, 'U-U'],
    ['btec-sport', 3.6, 'L2P'],
    ['btec-sport', 8.2, 'L2D*'],
    ['btec-sport', -1, 'U'],
  ])('%s at %d is %s', (id, performance, expected) => {
    expect(award(of(id), performance).grade).toBe(expected);
  });

  it('only gives grades of the scheme, with their points', () => {
    for (const qualification of cityQualifications) {
      for (let performance = -2; performance < 11; performance += 0.05) {
        const { grade, points } = award(qualification, performance);
        expect(gradeOf(gradeScheme(qualification.gradeScheme)!, grade)?.points).toBe(points);
      }
    }
  });
});
