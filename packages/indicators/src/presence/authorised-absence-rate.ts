import { raw } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { enrolmentSessions } from './enrolment-sessions.ts';

/** Authorised absence: the share of possible sessions. */
export const authorisedAbsenceRate = defineIndicator({
  id: 'presence.authorised-absence-rate',
  version: 1,
  valid: { from: '2005-09-01' },
  dimension: 'presence',
  title: 'Authorised absence',
  meaning:
    'Share of possible sessions that students missed with the school’s leave, for example through illness.',
  formula: 'sessions of authorised absence ÷ possible sessions, each added up over the enrolments',
  sources: [book('B6'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: ratio({ counts: 'session' }),
  unit: 'proportion',
  better: 'lower',
  needs: ['AttendanceMark', 'Enrolment'],
  balancedBy: ['presence.unauthorised-absence-rate', 'presence.absence-rate'],
  caution:
    'Whether an absence is authorised is the school’s decision: the line between the two kinds differs from school to school, their sum does not.',
  sql: () => enrolmentSessions(raw('a.authorised')),
});
