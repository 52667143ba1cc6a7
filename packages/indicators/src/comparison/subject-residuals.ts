import { CollegialError, formatAcademicYear, parseAcademicYear } from '@collegial/model';
import { type QueryEngine, sql } from '@collegial/query';
import {
  type Adjustment,
  adjustProbabilities,
  type DepartmentResidual,
  indexNames,
  subjectResiduals as residualsOf,
  type SubjectFigures,
  type SubjectResidualOptions,
} from '@collegial/statistics';
import { departmentWords } from './department-words.ts';
import type { SubjectDepartment } from './subject-department.ts';
import { subjectResults } from './subject-results-sql.ts';

/** What {@link subjectResiduals} takes. */
export interface SubjectResidualsOptions extends SubjectResidualOptions {
  /** Academic year as `2023/24`. */
  readonly period: string;
  /** Ids of the schools whose departments are wanted. All schools are compared with in any case. Default: all. */
  readonly schools?: readonly string[];
  /** How the number of departments shown is allowed for. Default `benjamini-hochberg`. */
  readonly adjustment?: Adjustment;
  readonly signal?: AbortSignal;
}

/** What {@link subjectResiduals} gives. */
export interface SubjectResidualsResult {
  readonly period: string;
  /** By school and subject. */
  readonly departments: readonly SubjectDepartment[];
  /** By name: how leniently each is graded, as far as the same students show. */
  readonly subjects: readonly (Omit<SubjectFigures, 'subject'> & { readonly subject: string })[];
  /** Sets of subjects that no student connects, the largest first. */
  readonly components: readonly (readonly string[])[];
  readonly counted: { readonly students: number; readonly entries: number };
  readonly leftOut: { readonly students: number; readonly entries: number };
  /** Standard deviation of a result around what its student and subject let expect, in grades. */
  readonly residualDeviation: number | null;
  /** Standard deviation of the departments' true differences, in grades. */
  readonly departmentDeviation: number | null;
  readonly snapshot: string;
}

interface ResultRow {
  readonly person_id: string;
  readonly organisation_id: string;
  readonly subject: string;
  readonly points: number;
}

/**
 * Relative subject residuals of every department in a year, exactly: its students' results against *the same students in their other
 * subjects*, adjusted for how leniently subjects are graded (two-way model over all students of the store), in grades, with an interval and a sentence
 * each. Students of Year 11 count at the school where they are registered, wherever they were taught.
 *
 * It reads results of students of all schools and is for those who may see exact figures: nothing of it is in an edition.
 *
 * @throws CollegialError `period.invalid`; `argument.invalid` when a school has no result in that year; `store.query-failed`
 *
 * @example
 * ```ts no-run
 * import { subjectResiduals } from '@collegial/indicators';
 *
 * const { departments } = await subjectResiduals(store, { period: '2023/24', schools: ['urn:100001'] });
 * for (const { words } of departments) console.log(words);
 * ```
 */
export async function subjectResiduals(
  engine: QueryEngine,
  { period, schools, adjustment, signal, ...options }: SubjectResidualsOptions,
): Promise<SubjectResidualsResult> {
  const year = parseAcademicYear(period);
  const queryOptions = signal === undefined ? {} : { signal };
  const snapshot = await engine.snapshot();
  const rows = await engine.query<ResultRow>(
    sql`with ${subjectResults(engine.dialect)}
      select s.person_id, c.organisation_id, s.subject, s.points
      from subject_result s join cohort c on c.person_id = s.person_id and c.academic_year = s.academic_year
      where s.academic_year = ${year}`,
    queryOptions,
  );
  requireSchools(schools, rows, period);
  const names = await namesOf(engine, rows, queryOptions);
  if ((await engine.snapshot()) !== snapshot)
    throw new CollegialError({
      code: 'store.query-failed',
      message: 'The data changed while it was being read.',
      fix: 'Ask again when the sync is over.',
    });

  const students = indexNames(rows.map((row) => row.person_id));
  const subjects = indexNames(rows.map((row) => row.subject));
  // A tab is in no id, and sorts before everything that is.
  const departments = indexNames(rows.map((row) => `${row.organisation_id}\t${row.subject}`));
  const found = residualsOf(
    {
      students: students.codes,
      subjects: subjects.codes,
      departments: departments.codes,
      values: Float64Array.from(rows, ({ points }) => points / 10_000),
    },
    options,
  );
  const wanted = schools === undefined ? undefined : new Set(schools);
  const shown = found.departments.flatMap((residual) => {
    const [school, subject] = departments.names[residual.department]!.split('\t') as [string, string];
    return wanted?.has(school) === false ? [] : [{ residual, school, subject }];
  });
  const tested = ({ standing }: DepartmentResidual) =>
    standing !== 'too-few-students' && standing !== 'nothing-to-compare';
  const adjusted = adjustProbabilities(
    shown.map(({ residual }) => (tested(residual) ? residual.probability : null)),
    adjustment,
  );
  const error = 1 - (options.confidence ?? 0.95);
  return {
    period: formatAcademicYear(year),
    departments: shown.map(({ residual, school, subject }, index): SubjectDepartment => {
      const { department: _, subject: __, ...figures } = residual;
      const adjustedProbability = adjusted[index] ?? null;
      const told =
        adjustedProbability !== null && adjustedProbability <= error
          ? (residual.residual as number) > 0
            ? 'above'
            : 'below'
          : null;
      const named = {
        ...figures,
        school,
        name: names.get(school) ?? school,
        subject,
        adjustedProbability,
        told,
      } as const;
      return { ...named, words: departmentWords(named, shown.length) };
    }),
    subjects: found.subjects.map((figures) => ({ ...figures, subject: subjects.names[figures.subject]! })),
    components: found.components.map((list) => list.map((subject) => subjects.names[subject]!)),
    counted: found.counted,
    leftOut: found.leftOut,
    residualDeviation: found.residualDeviation,
    departmentDeviation: found.departmentDeviation,
    snapshot,
  };
}

function requireSchools(
  schools: readonly string[] | undefined,
  rows: readonly ResultRow[],
  period: string,
): void {
  const known = new Set(rows.map((row) => row.organisation_id));
  const stranger = schools?.find((id) => !known.has(id));
  if (stranger !== undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `School “${stranger.slice(0, 80)}” has no result in ${period}.`,
      fix: 'Check the id and the academic year.',
    });
}

async function namesOf(engine: QueryEngine, rows: readonly ResultRow[], options: { signal?: AbortSignal }) {
  if (rows.length === 0) return new Map<string, string>();
  const places = await engine.query<{ id: string; name: string }>(
    sql`select id, name from organisation where kind = 'school'`,
    options,
  );
  return new Map(places.map(({ id, name }) => [id, name]));
}
