import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { fivePasses } from './five-passes-sql.ts';

const parameters = z.strictObject({
  /** Count only students whose passes include English and mathematics. Default false. */
  withEnglishAndMathematics: z.boolean().default(false),
});

/** Five passes: the share of Year 11 with five or more GCSEs or equivalents at A*–G, or 9–1. */
export const fivePassesAtAnyGrade = defineIndicator({
  id: 'achievement.five-passes',
  version: 1,
  valid: {},
  dimension: 'achievement',
  title: 'Five passes',
  meaning: 'Share of the students in Year 11 with five or more GCSEs or equivalents at A*–G, now 9–1.',
  formula: 'students with five or more awards at A*–G or 9–1 ÷ students in Year 11 in January',
  sources: [
    book('B4'),
    book('B5'),
    book('B13'),
    official('DfE', 'School and college performance tables, key stage 4'),
  ],
  kind: ratio({ counts: 'student' }),
  unit: 'proportion',
  better: 'higher',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.five-good-passes', 'presence.permanent-exclusions', 'roll.stability'],
  caution:
    'It says whether those who find school hardest leave with something. When good passes rise and this falls, effort has moved away from them. ' +
    'It also rises when such students leave the roll before January of Year 11.',
  parameters,
  sql: ({ withEnglishAndMathematics }, dialect) => fivePasses('any', withEnglishAndMathematics, dialect),
});
