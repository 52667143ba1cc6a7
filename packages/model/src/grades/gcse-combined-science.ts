import { defineGradeScheme } from './grade-scheme.ts';

const single = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const ladder = single.flatMap((lower) =>
  lower === 9
    ? [[9, 9]]
    : [
        [lower, lower],
        [lower + 1, lower],
      ],
);

/**
 * GCSE combined science: one result worth two GCSEs, of two equal or adjacent grades with the higher one first, 17 in
 * all, and U-U. Points are the mean of the two, once for each of its two awards (`size` 2).
 *
 * `4-3` is below `goodPass`, although one of its two grades is a 4: in counts of GCSEs at 4 and above it is one of two.
 */
export const gcseCombinedScience = defineGradeScheme({
  id: 'gcse-combined-science',
  title: 'GCSE combined science (double award)',
  source:
    'Ofqual, “Grading the new GCSE science qualifications” (2018); DfE, “Secondary accountability measures” (2019)',
  scale: 'Attainment 8 points, for each of the two awards',
  validFrom: '2017-09-01',
  size: 2,
  form: 'grades',
  strongPass: '5-5',
  goodPass: '4-4',
  anyPass: '1-1',
  grades: [
    { grade: 'U-U', points: 0, attainment8Points: 0, pass: false },
    ...ladder.map(([higher = 0, lower = 0]) => ({
      grade: `${higher}-${lower}`,
      points: (higher + lower) / 2,
      attainment8Points: (higher + lower) / 2,
      pass: true,
    })),
  ],
});
