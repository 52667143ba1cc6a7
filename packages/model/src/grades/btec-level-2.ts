import { defineGradeScheme } from './grade-scheme.ts';

/**
 * BTEC awards that span level 1 and level 2 (Tech Award and alike), one GCSE in size. Points follow the unreformed GCSE
 * grades they were set against: Distinction* with A*, Distinction A, Merit B, Pass C, then D and E, and F with G.
 *
 * A plain `D` or `P` does not say its level and is not read. BTEC Firsts, which award one undivided level 1 grade, and
 * awards of two or more GCSEs are not covered.
 */
export const btecLevel2 = defineGradeScheme({
  id: 'btec-level-2',
  title: 'BTEC level 1/2 L2D*–L1P',
  source:
    'DfE, “Key stage 4 qualifications, discount codes and point scores” (2018 on), not verified; the order and the GCSE equivalents are',
  scale: 'Attainment 8 points',
  validFrom: '2016-09-01',
  form: 'grades',
  goodPass: 'L2P',
  anyPass: 'L1P',
  grades: [
    { grade: 'U', points: 0, attainment8Points: 0, pass: false },
    { grade: 'L1P', aliases: ['P1'], points: 1.25, attainment8Points: 1.25, pass: true },
    { grade: 'L1M', aliases: ['M1'], points: 2, attainment8Points: 2, pass: true },
    { grade: 'L1D', aliases: ['D1'], points: 3, attainment8Points: 3, pass: true },
    { grade: 'L2P', aliases: ['P2'], points: 4, attainment8Points: 4, pass: true },
    { grade: 'L2M', aliases: ['M2'], points: 5.5, attainment8Points: 5.5, pass: true },
    { grade: 'L2D', aliases: ['D2'], points: 7, attainment8Points: 7, pass: true },
    { grade: 'L2D*', aliases: ['D*2', 'D2*'], points: 8.5, attainment8Points: 8.5, pass: true },
  ],
});
