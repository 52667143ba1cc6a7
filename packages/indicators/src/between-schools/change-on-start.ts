import { sql } from '@collegial/query';
import { changeOnStart as changeOnStartOf } from '@collegial/statistics';
import * as z from 'zod';
import { attainment8Rows } from '../achievement/attainment-8-sql.ts';
import { defineIndicator } from '../definition/define-indicator.ts';
import { area } from '../definition/kinds.ts';
import { book, paper } from '../definition/source.ts';
import { notPublished } from './not-published.ts';

const parameters = z.strictObject({
  /** Years from start to end. Default 2. */
  years: z.int().min(1).max(10).default(2),
  /** `blomqvist`: change on true start · `oldham`: change on the mean of start and end. Default `blomqvist`. */
  method: z.enum(['blomqvist', 'oldham']).default('blomqvist'),
});

/** Schools moving apart: whether schools that stood higher some years before rose more since, regression to the mean taken out. */
export const changeOnStart = defineIndicator({
  id: 'between-schools.change-on-start',
  version: 1,
  valid: { from: '2016-09-01' },
  dimension: 'between-schools',
  title: 'Schools moving apart',
  meaning:
    'Points of Attainment 8 that a school gained over the years for each point it stood higher at their start: above 0 schools moved apart, below 0 together.',
  formula:
    '(slope of change on start + 1 − λ) ÷ λ, each school once; λ = 1 − mean squared standard error of the start ÷ its variance between schools',
  sources: [
    book('B4'),
    book('B16'),
    paper('Blomqvist (1977), On the relation between change and initial value'),
    paper('Oldham (1962), A note on the analysis of repeated measurements of the same subjects'),
  ],
  kind: area({
    counts: 'school',
    rows: 'schools',
    holds: 'start',
    statistic: ({ method }: z.output<typeof parameters>) => ({
      describe: (schools) => {
        const found = changeOnStartOf(
          schools.flatMap(({ value, error = 0, start }) =>
            start === undefined
              ? []
              : [{ start: start.value, end: value, startError: start.error, endError: error }],
          ),
        );
        if (found === null) return { value: null, interval: null };
        return method === 'oldham'
          ? { value: found.oldham, interval: found.oldhamInterval }
          : { value: found.slope, interval: found.interval };
      },
    }),
  }),
  unit: 'value',
  better: 'neither',
  needs: ['Assessment', 'Qualification', 'Enrolment'],
  balancedBy: ['achievement.between-school-spread', 'achievement.attainment-8'],
  caution:
    'Without the correction low schools seem to rise and high ones to fall in any area, because part of every figure is luck that does not come twice. The correction rests on the schools’ standard errors; with few schools, or schools ' +
    'much alike, the interval is wide or there is none. Below 0 is good only if those above did not fall: read it with the level. Intakes change, too.',
  notPublished,
  parameters,
  sql: ({ years }, dialect) => sql`
    with summed as (
      select organisation_id, academic_year, count(*) as students, sum(cast(round(value * 10000) as bigint)) as total,
        sum(cast(round(value * 10000) as bigint) * cast(round(value * 10000) as bigint)) as squares
      from (${attainment8Rows(dialect)}) r
      group by organisation_id, academic_year
      having count(*) >= 2 and count(case when covered then 1 end) > 0
    ),
    figure as (
      select organisation_id, academic_year, students, cast(total as double precision) / students / 10000 as mean,
        sqrt(greatest(0, (cast(squares as double precision) - cast(total as double precision) * total / students)) / (students - 1) / students)
          / 10000 as error
      from summed
    )
    select f.organisation_id, f.academic_year, f.mean as value, f.students as weight, false as suppressed,
      f.error, s.mean as start, s.error as start_error
    from figure f join figure s on s.organisation_id = f.organisation_id and s.academic_year = f.academic_year - ${years}`,
});
