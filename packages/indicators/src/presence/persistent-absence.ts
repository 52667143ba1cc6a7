import { type Sql, sql } from '@collegial/query';
import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { enrolmentSessions } from './enrolment-sessions.ts';

const parameters = z.strictObject({
  /** Per cent of the possible sessions missed, from which an absence is persistent; absent: that of the official definition in the year. */
  percent: z.int().min(1).max(100).optional(),
});

/** Official thresholds in per cent: 20 to 2009/10, 15 to 2014/15, 10 since. */
function threshold(percent: number | undefined): Sql {
  if (percent !== undefined) return sql`${percent}`;
  return sql`case when e.academic_year >= 2015 then 10 when e.academic_year >= 2010 then 15 else 20 end`;
}

/** Persistent absence: the share of enrolments that missed at least a tenth of their possible sessions. */
export const persistentAbsence = defineIndicator({
  id: 'presence.persistent-absence',
  version: 1,
  valid: { from: '2015-09-01' },
  dimension: 'presence',
  title: 'Persistent absence',
  meaning: 'Share of enrolments that missed at least 10 % of their own possible sessions.',
  formula:
    'enrolments with sessions missed × 100 ≥ possible sessions × 10, divided by enrolments with a possible session',
  sources: [book('B6'), official('DfE', 'Pupil absence in schools in England: methodology')],
  kind: ratio({ counts: 'enrolment' }),
  unit: 'proportion',
  better: 'lower',
  needs: ['AttendanceMark', 'Enrolment'],
  balancedBy: ['presence.severe-absence', 'presence.permanent-exclusions', 'roll.stability'],
  caution:
    'A threshold invites work on those just above it while those far above it are left (B13): read it with severe absence. A student who ' +
    'came late in the year is judged on few sessions. Before September 2015 the threshold was 15 %, before September 2010 20 %, and counted ' +
    'against a fixed number of sessions; those years are worked out here with their percentage of own sessions, and flagged.',
  parameters,
  sql: ({ percent }) =>
    enrolmentSessions(
      sql`case when a.absent * 100 >= a.possible * (${threshold(percent)}) then 1 else 0 end`,
      sql`1`,
    ),
});
