import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { fivePasses } from './five-passes-sql.ts';

const parameters = z.strictObject({
  /** Count only students whose passes include English and mathematics. Default false. */
  withEnglishAndMathematics: z.boolean().default(false),
});

/** Five good passes: the share of Year 11 with five or more GCSEs or equivalents at A*–C, or 9–4. */
export const fiveGoodPasses = defineIndicator({
  id: 'achievement.five-good-passes',
  version: 1,
  valid: {},
  dimension: 'achievement',
  title: 'Five good passes',
  meaning: 'Share of the students in Year 11 with five or more GCSEs or equivalents at A*–C, now 9–4.',
  formula: 'students with five or more awards at A*–C or 9–4 ÷ students in Year 11 in January',
  sources: [book('B4'), book('B10'), official('DfE', 'School and college performance tables, key stage 4')],
  kind: ratio({ counts: 'student' }),
  unit: 'proportion',
  better: 'higher',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.five-passes', 'presence.permanent-exclusions', 'roll.stability'],
  caution:
    'The measure of the floor target, and the one that led schools to work on a few students near the line (B13): read it with five passes at ' +
    'any grade. Awards add up by size (a double award is two), each discount code counts once, and results from Year 9 on count.',
  parameters,
  sql: ({ withEnglishAndMathematics }, dialect) => fivePasses('good', withEnglishAndMathematics, dialect),
});
