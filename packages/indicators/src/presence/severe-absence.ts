import { sql } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { enrolmentSessions } from './enrolment-sessions.ts';

/** Severe absence: the share of enrolments that missed at least half of their possible sessions. */
export const severeAbsence = defineIndicator({
  id: 'presence.severe-absence',
  version: 1,
  valid: { from: '2015-09-01' },
  dimension: 'presence',
  title: 'Severe absence',
  meaning: 'Share of enrolments that missed at least half of their own possible sessions.',
  formula:
    'enrolments with sessions missed × 2 ≥ possible sessions, divided by enrolments with a possible session',
  sources: [book('B6'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: ratio({ counts: 'enrolment' }),
  unit: 'proportion',
  better: 'lower',
  needs: ['AttendanceMark', 'Enrolment'],
  balancedBy: ['presence.permanent-exclusions', 'roll.stability'],
  caution:
    'Few students, so that one more or less moves the figure: look at the interval. It falls when a student is taken off the roll, which ' +
    'helps nobody. Ask what has been offered, and by whom.',
  sql: () => enrolmentSessions(sql`case when a.absent * 2 >= a.possible then 1 else 0 end`, sql`1`),
});
