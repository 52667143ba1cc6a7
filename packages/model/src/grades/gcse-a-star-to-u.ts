import { defineGradeScheme } from './grade-scheme.ts';

/**
 * GCSE graded A* to G, as awarded before the reform that began with results of 2017. Points are the 58-point scale, six
 * to a grade, so half a grade is three points. In 2015/16 alone Attainment 8 gave 8 to 1 instead.
 */
export const gcseAStarToU = defineGradeScheme({
  id: 'gcse-a-star-u',
  title: 'GCSE A*–U',
  source:
    'DfES/QCA point scores for the achievement and attainment tables (2004 on); DfE, “Secondary accountability measures” (2017, 2018) for the Attainment 8 points',
  scale: 'GCSE point score, 16 to 58',
  form: 'grades',
  goodPass: 'C',
  anyPass: 'G',
  grades: [
    { grade: 'U', points: 0, attainment8Points: 0, pass: false },
    { grade: 'G', points: 16, attainment8Points: 1, pass: true },
    { grade: 'F', points: 22, attainment8Points: 1.5, pass: true },
    { grade: 'E', points: 28, attainment8Points: 2, pass: true },
    { grade: 'D', points: 34, attainment8Points: 3, pass: true },
    { grade: 'C', points: 40, attainment8Points: 4, pass: true },
    { grade: 'B', points: 46, attainment8Points: 5.5, pass: true },
    { grade: 'A', points: 52, attainment8Points: 7, pass: true },
    { grade: 'A*', points: 58, attainment8Points: 8.5, pass: true },
  ],
});
