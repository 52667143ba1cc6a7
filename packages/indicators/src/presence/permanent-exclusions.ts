import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { exclusionsByStudent } from './exclusions-by-student.ts';

/** Permanent exclusions in the academic year per 100 students in the January headcount. */
export const permanentExclusions = defineIndicator({
  id: 'presence.permanent-exclusions',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Permanent exclusions',
  meaning: 'Permanent exclusions in the academic year for every 100 students on roll in January.',
  formula: 'permanent exclusions × 100 ÷ students in the January headcount',
  sources: [
    book('B6'),
    book('B13'),
    official('DfE', 'Suspensions and permanent exclusions in England: methodology'),
  ],
  kind: ratio({ counts: 'event' }),
  unit: 'rate-per-100',
  better: 'lower',
  needs: ['Exclusion', 'Enrolment'],
  balancedBy: ['presence.suspensions', 'roll.stability'],
  caution:
    'Rare events: years differ by chance, so add up several. None at all is not yet inclusion: students may leave by other doors. ' +
    'Read it with stability and with exits that have no known destination.',
  sql: () => exclusionsByStudent('permanent'),
});
