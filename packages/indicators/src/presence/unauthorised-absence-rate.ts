import { raw } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { enrolmentSessions } from './enrolment-sessions.ts';

/** Unauthorised absence: the share of possible sessions. */
export const unauthorisedAbsenceRate = defineIndicator({
  id: 'presence.unauthorised-absence-rate',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Unauthorised absence',
  meaning:
    'Share of possible sessions that students missed without the school’s leave, late arrivals after the register closed included.',
  formula: 'sessions of unauthorised absence ÷ possible sessions, each added up over the enrolments',
  sources: [book('B6'), book('B5'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: ratio({ counts: 'session' }),
  unit: 'proportion',
  better: 'lower',
  needs: ['AttendanceMark', 'Enrolment'],
  balancedBy: ['presence.authorised-absence-rate', 'presence.suspensions'],
  caution:
    'Whether an absence is authorised is the school’s decision, so this falls when a school authorises more. Ask what keeps the student away before asking about sanctions.',
  sql: () => enrolmentSessions(raw('a.unauthorised')),
});
