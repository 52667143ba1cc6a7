import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { exclusionsByStudent } from './exclusions-by-student.ts';

/** Suspensions in the academic year per 100 students in the January headcount. */
export const suspensions = defineIndicator({
  id: 'presence.suspensions',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Suspensions',
  meaning: 'Suspensions in the academic year for every 100 students on roll in January.',
  formula: 'suspensions × 100 ÷ students in the January headcount',
  sources: [
    book('B6'),
    book('B13'),
    official('DfE', 'Suspensions and permanent exclusions in England: methodology'),
  ],
  kind: ratio({ counts: 'event' }),
  unit: 'rate-per-100',
  better: 'lower',
  needs: ['Exclusion', 'Enrolment'],
  balancedBy: ['presence.permanent-exclusions', 'roll.stability'],
  caution:
    'It counts suspensions, not students: one student suspended ten times weighs as much as ten suspended once. A low rate may mean that ' +
    'students are sent home, taught apart or moved without a record. Read it with moves and exits.',
  sql: () => exclusionsByStudent('suspension'),
});
