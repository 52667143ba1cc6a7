import type { AreaSchool, ValueSums } from '@collegial/model';
import { sql } from '@collegial/query';
import { decomposeGap } from '@collegial/statistics';
import * as z from 'zod';
import { attainment8Rows } from '../achievement/attainment-8-sql.ts';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book, official } from '../definition/source.ts';
import { notPublished } from './not-published.ts';

const parameters = z.strictObject({
  /**
   * `between` schools · `within` schools · `total`, which is their sum · `sameSchool`: the average gap at one and the same school. Default `between`.
   */
  part: z.enum(['between', 'within', 'total', 'sameSchool']).default('between'),
});

/** Gap between schools: how much of the disadvantage gap of an area lies between its schools, and how much within them. */
export const gapBetweenSchools = defineIndicator({
  id: 'between-schools.gap-between-schools',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'between-schools',
  title: 'Disadvantage gap between schools',
  meaning:
    'How many points of an area’s gap in Attainment 8 come from disadvantaged students being at schools with a lower mean; the rest is within schools.',
  formula:
    'mean, over the other students, of their school’s mean Attainment 8 − the same over the disadvantaged students; within schools: what is left of the gap',
  sources: [book('B10'), book('B16'), official('DfE', 'Secondary accountability measures')],
  kind: area({
    counts: 'student',
    rows: 'people',
    holds: 'parts',
    statistic: ({ part }: z.output<typeof parameters>) => ({
      describe: (schools) => {
        const found = schools.length < 2 ? null : decomposeGap(schools.flatMap(groupsAt))?.[part];
        return { value: found?.value ?? null, interval: found?.interval ?? null };
      },
    }),
  }),
  unit: 'points',
  better: 'lower',
  needs: ['Assessment', 'Qualification', 'Enrolment', 'StudentCharacteristic'],
  balancedBy: ['achievement.disadvantage-gap', 'between-schools.segregation-by-disadvantage'],
  caution:
    'The mean of a school is lower because more of its students are disadvantaged, too: the part between schools is not what schools do. Most of the gap usually lies within schools, where it is no league table’s business. Read both ' +
    'parts, and the gap at the same school, before asking why. Students whose disadvantage is not known are left out.',
  notPublished,
  parameters,
  breakdowns: ['sex', 'looked-after', 'sen', 'first-language-other', 'ethnicity', 'year-group'],
  sql: (_, dialect) => sql`
    select r.unit_id, r.student_id, r.record_key, r.organisation_id, r.academic_year, r.year_group,
      r.covered and d.disadvantaged is not null as covered, r.value,
      case d.disadvantaged when 'yes' then true when 'no' then false end as compared
    from (${attainment8Rows(dialect)}) r
    left join student_year d on d.student_id = r.student_id and d.academic_year = r.academic_year`,
});

function groupsAt({ parts }: AreaSchool) {
  return parts === undefined ? [] : [{ compared: meanOf(parts.compared), others: meanOf(parts.others) }];
}

function meanOf({ units, sum }: ValueSums) {
  return { students: units, mean: units === 0 ? 0 : sum / units / 10_000 };
}
