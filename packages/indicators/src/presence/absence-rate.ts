import { raw } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { enrolmentSessions } from './enrolment-sessions.ts';

/** Overall absence: the share of possible sessions. */
export const absenceRate = defineIndicator({
  id: 'presence.absence-rate',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Overall absence',
  meaning: 'Share of possible sessions that students missed, with or without leave.',
  formula: 'sessions missed ÷ possible sessions, each added up over the enrolments',
  sources: [book('B6'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: ratio({ counts: 'session' }),
  unit: 'proportion',
  better: 'lower',
  needs: ['AttendanceMark', 'Enrolment'],
  balancedBy: ['presence.severe-absence', 'presence.permanent-exclusions'],
  caution:
    'One rate for the year hides when and who: a week of flu and a student who has stopped coming look alike. Compare schools with similar intakes, and the same months.',
  sql: () => enrolmentSessions(raw('a.absent')),
});
