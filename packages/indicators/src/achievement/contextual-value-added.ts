import { raw, sql } from '@collegial/query';
import { defineIndicator } from '../definition/define-indicator.ts';
import { model } from '../definition/kinds.ts';
import { valueAddedRows } from './value-added-sql.ts';
import {
  contextualSources,
  notPublished,
  priorAttainment,
  valueAddedParameters,
} from './value-added-words.ts';

/** The circumstances that the model takes into account, as 0/1 columns over `d`, the view `student_year`. */
const circumstances: Readonly<Record<string, string>> = {
  girl: "d.sex = 'F'",
  free_school_meals: "d.free_school_meals = 'yes'",
  disadvantaged: "d.disadvantaged = 'yes'",
  looked_after: "d.looked_after = 'yes'",
  sen_support: "d.sen = 'support'",
  sen_plan: "d.sen = 'plan'",
  first_language_other: "d.first_language_other = 'yes'",
  ethnicity_asian: "d.ethnicity like 'A%'",
  ethnicity_black: "d.ethnicity like 'B%'",
  ethnicity_mixed: "d.ethnicity like 'M%'",
  ethnicity_other: "(d.ethnicity like 'C%' or d.ethnicity like 'O%')",
  ethnicity_white_other: "(d.ethnicity like 'W%' and d.ethnicity <> 'WBRI')",
};

/** Contextual value-added: value-added with the circumstances of students taken into account, as England published it between 2005 and 2010. */
export const contextualValueAdded = defineIndicator({
  id: 'achievement.contextual-value-added',
  version: 1,
  valid: { from: '2020-09-01' },
  dimension: 'achievement',
  title: 'Contextual value-added',
  meaning:
    'How many points of Attainment 8 the students of a school are above or below students elsewhere with the same prior attainment in like circumstances.',
  formula:
    'the model of value-added with sex, free school meals, disadvantage, care, special needs, first language, ethnicity and moving in after Year 9 of each student, and the mean prior attainment of the school’s students',
  sources: contextualSources,
  kind: model({
    counts: 'student',
    covariates: [...priorAttainment, ...Object.keys(circumstances), 'moved_in'],
    schoolMeans: ['prior'],
    figure: 'effect',
  }),
  unit: 'points',
  better: 'higher',
  needs: ['Assessment', 'Qualification', 'Enrolment', 'StudentCharacteristic', 'SharingAgreement'],
  balancedBy: ['achievement.value-added', 'achievement.disadvantage-gap', 'achievement.attainment-8'],
  caution:
    'It explains, and must not excuse: a model that expects less of disadvantaged students calls a school fair that fails them as others do. England gave it up for that ' +
    'reason in 2010. Read it beside value-added: what lies between the two is what schools of such an intake have in common. Some of what it takes out is the schools’ own work, ' +
    'such as whom they put on the register of special needs. A characteristic that is not recorded counts as absent.',
  notPublished,
  parameters: valueAddedParameters,
  sql: (parameters, dialect) => sql`
    with row_of as (${valueAddedRows(dialect, parameters)}),
    entry as (
      select student_id, organisation_id, min(entered_on) as entered_on from enrolment_year group by student_id, organisation_id
    )
    select r.*, ${raw(
      Object.entries(circumstances)
        .map(([name, condition]) => `case when ${condition} then 1 else 0 end as ${name}`)
        .join(', '),
    )},
      case when e.entered_on > ${raw(dialect.makeDate('r.characteristics_year - 1', '9', '30'))} then 1 else 0 end as moved_in
    from row_of r
    left join student_year d on d.student_id = r.student_id and d.academic_year = r.characteristics_year
    left join entry e on e.student_id = r.student_id and e.organisation_id = r.organisation_id`,
});
