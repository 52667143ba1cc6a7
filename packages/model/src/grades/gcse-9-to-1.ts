import { defineGradeScheme } from './grade-scheme.ts';

/**
 * GCSE graded 9 to 1: English and mathematics from 2017, other subjects from 2018 to 2020. A grade is worth its number;
 * 4 is a standard pass, 5 a strong pass.
 */
export const gcse9To1 = defineGradeScheme({
  id: 'gcse-9-1',
  title: 'GCSE 9–1',
  source: 'Ofqual, GCSE 9 to 1 grades (2017); DfE, “Secondary accountability measures” (2025)',
  scale: 'Attainment 8 points',
  validFrom: '2016-09-01',
  form: 'grades',
  strongPass: '5',
  goodPass: '4',
  anyPass: '1',
  grades: [
    { grade: 'U', points: 0, attainment8Points: 0, pass: false },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((points) => ({
      grade: String(points),
      points,
      attainment8Points: points,
      pass: true,
    })),
  ],
});
