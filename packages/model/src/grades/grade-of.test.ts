import { expect, test } from 'vitest';
import { btecLevel2 } from './btec-level-2.ts';
import { gcseAStarToU } from './gcse-a-star-to-u.ts';
import { gradeOf } from './grade-of.ts';
import { defineGradeScheme } from './grade-scheme.ts';
import { gradeScheme } from './grade-schemes.ts';
import { ks2ScaledScore } from './ks2-scaled-score.ts';

test('case and surrounding space do not matter, also for a scheme in lower case', () => {
  expect(gradeOf(gcseAStarToU, ' a* ')?.grade).toBe('A*');
  expect(gradeOf(btecLevel2, 'd*2')?.grade).toBe('L2D*');
  const effort = defineGradeScheme({
    id: 'example/effort',
    title: 'Effort',
    source: 'invented',
    scale: 'Effort points',
    form: 'grades',
    grades: [
      { grade: 'low', points: 0, pass: false },
      { grade: 'high', points: 10, pass: true },
    ],
  });
  expect(gradeOf(effort, 'High')).toMatchObject({ grade: 'high', rank: 1 });
});

test.each([
  ['gcse-9-1', 'A*'],
  ['gcse-9-1', '9='],
  ['gcse-9-1', '5.5'],
  ['gcse-9-1', 'X'],
  ['gcse-9-1', ''],
  ['gcse-a-star-u', '9'],
  ['gcse-combined-science', '4-5'],
  ['gcse-combined-science', '6-4'],
  ['gcse-combined-science', '55'],
  ['btec-level-2', 'D'],
  ['ks2-scaled-score', '79'],
  ['ks2-scaled-score', '121'],
  ['ks2-scaled-score', '100.5'],
  ['ks2-scaled-score', '0100'],
  ['ks2-scaled-score', '1e2'],
  ['ks2-scaled-score', 'B'],
])('%s does not guess “%s”', (id, text) => {
  const scheme = gradeScheme(id);
  expect(scheme).toBeDefined();
  expect(scheme && gradeOf(scheme, text)).toBeUndefined();
});

test.each([
  ['80', 0, false],
  ['99', 19, false],
  ['100', 20, true],
  ['120', 40, true],
])('scaled score %s has rank %i, passes %s', (text, rank, pass) => {
  expect(gradeOf(ks2ScaledScore, text)).toEqual({ grade: text, rank, points: Number(text), pass });
});
