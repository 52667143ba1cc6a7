import { defineGradeScheme } from './grade-scheme.ts';

/** A level, graded A* to E, with the performance points of the 16 to 18 tables since 2015/16: ten to a grade. */
export const aLevel = defineGradeScheme({
  id: 'a-level',
  title: 'A level A*–U',
  source:
    'DfE, “Performance points: a practical guide to key stage 4 and 16 to 18 performance points” (2017), figures not verified',
  scale: 'DfE 16 to 18 performance points',
  validFrom: '2015-09-01',
  form: 'grades',
  grades: [
    { grade: 'U', points: 0, pass: false },
    { grade: 'E', points: 10, pass: true },
    { grade: 'D', points: 20, pass: true },
    { grade: 'C', points: 30, pass: true },
    { grade: 'B', points: 40, pass: true },
    { grade: 'A', points: 50, pass: true },
    { grade: 'A*', points: 60, pass: true },
  ],
});
