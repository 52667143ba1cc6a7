import { sql } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { gap } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { attainment8Rows } from './attainment-8-sql.ts';

/** Disadvantage gap: how far the mean Attainment 8 of disadvantaged students is below that of all others. */
export const disadvantageGap = defineIndicator({
  id: 'achievement.disadvantage-gap',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'achievement',
  title: 'Disadvantage gap',
  meaning: 'How many points of Attainment 8 disadvantaged students are behind the others, on average.',
  formula: 'mean Attainment 8 of the other students − mean Attainment 8 of the disadvantaged students',
  sources: [book('B16'), book('B11'), official('DfE', 'Secondary accountability measures')],
  kind: gap({ counts: 'student' }),
  unit: 'points',
  better: 'lower',
  needs: ['Assessment', 'Qualification', 'Enrolment', 'StudentCharacteristic'],
  balancedBy: ['achievement.attainment-8', 'roll.stability'],
  caution:
    'It closes when the others do worse: read it with both means. In a school it compares the school’s own two groups, so that a school with ' +
    'few disadvantaged students has a wide interval, and one whose others do badly a small gap. Students whose disadvantage is not known count ' +
    'in neither. It is not the national gap index, which is made of ranks.',
  breakdowns: ['sex', 'looked-after', 'sen', 'first-language-other', 'ethnicity', 'year-group'],
  sql: (_, dialect) => sql`
    select r.unit_id, r.student_id, r.record_key, r.organisation_id, r.academic_year, r.year_group,
      r.covered and d.disadvantaged is not null as covered, r.value,
      case d.disadvantaged when 'yes' then true when 'no' then false end as compared
    from (${attainment8Rows(dialect)}) r
    left join student_year d on d.student_id = r.student_id and d.academic_year = r.academic_year`,
});
