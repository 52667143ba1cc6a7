import { sql } from '@collegial/query';
import * as z from 'zod';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book } from '../definition/source.ts';
import { januaryCohort } from './january-cohort.ts';

const parameters = z.strictObject({
  /** First year group of the phase. Default 7. */
  first: z.int().min(0).max(14).default(7),
  /** Year group of the leaving cohort. Default 11. */
  last: z.int().min(0).max(14).default(11),
});

/** Stability: the share of a leaving cohort that was already at the school in the first year of the phase. */
export const stability = defineIndicator({
  id: 'roll.stability',
  version: 1,
  valid: {},
  dimension: 'presence',
  title: 'Stability',
  meaning: 'Share of the students in Year 11 in January who were at the school at some time in Year 7.',
  formula: 'students of the leaving cohort on roll here four years before ÷ students of the leaving cohort',
  sources: [book('B11'), book('B13')],
  kind: ratio({ counts: 'student' }),
  unit: 'proportion',
  better: 'neither',
  needs: ['Enrolment'],
  balancedBy: ['presence.permanent-exclusions', 'achievement.five-good-passes'],
  caution:
    'Mobility is mostly the life of families and neighbourhoods: schools that take in newcomers do something valuable, and have a lower ' +
    'figure for it. It looks at those who are still there, so it does not show who left. A school before this one in law (its predecessor) ' +
    'counts as the same school.',
  parameters,
  sql: ({ first, last }, dialect) => sql`
    with cohort as (${januaryCohort(last, dialect)}),
    place as (
      select distinct organisation_id, organisation_id as place_id from cohort
      union
      select organisation_id, related_id from organisation_link where kind = 'predecessor'
    ),
    began as (
      select distinct c.person_id, c.academic_year
      from cohort c
      join place p on p.organisation_id = c.organisation_id
      join enrolment_year e on e.person_id = c.person_id and e.organisation_id = p.place_id
        and e.academic_year = c.academic_year - (${last} - ${first})
      where e.status in ('current', 'main', 'previous')
    )
    select
      c.person_id as unit_id, c.student_id, c.record_key, c.organisation_id, c.academic_year, c.year_group, true as covered,
      case when b.person_id is null then 0 else 1 end as numerator, 1 as denominator
    from cohort c left join began b on b.person_id = c.person_id and b.academic_year = c.academic_year`,
});
