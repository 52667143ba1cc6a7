import { raw } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { enrolmentSessions } from './enrolment-sessions.ts';

/** Attendance: the share of possible sessions that students attended. */
export const attendanceRate = defineIndicator({
  id: 'presence.attendance-rate',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Attendance',
  meaning: 'Share of possible sessions that students attended, approved activities elsewhere included.',
  formula: 'sessions attended ÷ possible sessions, each added up over the enrolments',
  sources: [book('B6'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: ratio({ counts: 'session' }),
  unit: 'proportion',
  better: 'higher',
  needs: ['AttendanceMark', 'Enrolment'],
  balancedBy: ['presence.permanent-exclusions', 'presence.suspensions', 'roll.stability'],
  caution:
    'A high rate may hide a few students who are hardly there: read it with persistent and severe absence. It rises when students who attend ' +
    'badly leave the roll. Ask who is missing, and since when.',
  sql: () => enrolmentSessions(raw('a.attended')),
});
