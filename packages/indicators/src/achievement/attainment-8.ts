import { defineIndicator } from '../definition/define-indicator.ts';
import { mean } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { attainment8Rows } from './attainment-8-sql.ts';

/** Attainment 8: the mean score of the students of Year 11 over eight slots, English and mathematics doubled. */
export const attainment8 = defineIndicator({
  id: 'achievement.attainment-8',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'achievement',
  title: 'Attainment 8',
  meaning:
    'Mean score of the students in Year 11 over eight slots of qualifications, of which English and mathematics count double.',
  formula:
    'per student: English (better of language and literature, doubled where both were taken) + 2 × mathematics + three best EBacc + three best open; then the mean',
  sources: [book('B6'), official('DfE', 'Secondary accountability measures')],
  kind: mean({ counts: 'student' }),
  unit: 'points',
  better: 'higher',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.disadvantage-gap', 'achievement.five-passes', 'roll.stability'],
  caution:
    'It mostly shows whom a school teaches: schools account for about a tenth of the differences (ch. 11). Compare with progress, with similar ' +
    'schools, and over years. The best result of a discount code counts here, where official tables since 2014 take the first entry; unreformed ' +
    'grades count with their points of 2016/17 on.',
  sql: (_, dialect) => attainment8Rows(dialect),
});
