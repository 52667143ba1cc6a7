import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitModel, readModelStatistics } from '@collegial/indicators';
import { type QueryEngine, raw, type Sql, sql } from '@collegial/query';
import { fitMultilevel } from '@collegial/statistics';
import { openStore } from '@collegial/store';
import { DuckDBInstance } from '@duckdb/node-api';
import { fitLme4, hasLme4, type Lme4Fit } from './fit-lme4.ts';

const schools = 3_400;
const covariates = ['prior', 'prior_2', 'fsm', 'sen', 'eal', 'girl', 'mobility', 'age'];
const columns = ['points', ...covariates, 'school'];

/** Times of a model of one size: medians of paired runs, in seconds. */
export interface MultilevelTime {
  readonly students: number;
  /** Sums by SQL, through the store, and the fit from them. */
  readonly sql: number;
  readonly fit: number;
  /** The statement of the exact sums alone. */
  readonly aggregate: number;
  /** (sql + fit) ÷ aggregate; promised: below 2.5. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
}

/** A comparison with lme4 on the same rows in the same run. */
export interface Lme4Finding {
  readonly students: number;
  readonly ours: number;
  readonly lme4: number;
  /** How many times as fast; promised: 15. */
  readonly ratio: number;
  /** Largest relative differences of estimates, standard errors and variances. */
  readonly differences: {
    readonly estimates: number;
    readonly standardErrors: number;
    readonly variances: number;
    readonly logLikelihood: number;
  };
}

/** What the multilevel benchmark found; `lme4` is `null` where R or lme4 is not installed. */
export interface MultilevelFinding {
  readonly times: readonly MultilevelTime[];
  readonly lme4: Lme4Finding | null;
}

/** Fits 600,000 students in 3,400 schools (`large`: ten times the students, too) from Parquet files, and by lme4 where it is there. */
export async function multilevelFinding(large: boolean): Promise<MultilevelFinding> {
  const directory = await mkdtemp(join(tmpdir(), 'collegial-multilevel-'));
  try {
    const times: MultilevelTime[] = [];
    let lme4: Lme4Finding | null = null;
    for (const students of large ? [600_000, 6_000_000] : [600_000]) {
      const file = await writeStudents(directory, students);
      const store = await openStore({ path: ':memory:', directories: [directory] });
      const from = raw(`select * from read_parquet('${file}')`);
      times.push(await timesOf(store, from, students));
      if (students === 600_000 && hasLme4()) lme4 = await againstLme4(store, from, directory, students);
      await store.close();
    }
    return { times, lme4 };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const request = (from: Sql) => ({ from, outcome: 'points', fixed: covariates, groups: ['school'] });

async function timesOf(store: QueryEngine, from: Sql, students: number): Promise<MultilevelTime> {
  const runs: { sql: number; fit: number; aggregate: number }[] = [];
  for (let run = 0; run <= 5; run++) {
    const statements: Sql[] = [];
    const watched: QueryEngine = {
      ...store,
      query: (statement, options) => {
        statements.push(statement);
        return store.query(statement, options);
      },
    };
    const started = performance.now();
    const { statistics } = await readModelStatistics(watched, request(from));
    const read = performance.now();
    fitMultilevel(statistics);
    const fitted = performance.now();
    await store.query(statements.at(-1) as Sql);
    const ended = performance.now();
    // The first run warms up.
    if (run > 0) runs.push({ sql: read - started, fit: fitted - read, aggregate: ended - fitted });
  }
  const ratios = runs.map((run) => (run.sql + run.fit) / run.aggregate);
  return {
    students,
    sql: median(runs.map((run) => run.sql)) / 1000,
    fit: median(runs.map((run) => run.fit)) / 1000,
    aggregate: median(runs.map((run) => run.aggregate)) / 1000,
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  };
}

async function againstLme4(
  store: QueryEngine,
  from: Sql,
  directory: string,
  students: number,
): Promise<Lme4Finding> {
  const file = join(directory, 'students.bin');
  await writeColumns(store, from, file, students);
  const rounds: { ours: number; theirs: Lme4Fit }[] = [];
  let fitted = await fitModel(store, request(from));
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    fitted = await fitModel(store, request(from));
    const ours = (performance.now() - started) / 1000;
    rounds.push({ ours, theirs: await fitLme4(file, columns, students) });
  }
  const { fit } = fitted;
  const theirs = rounds[0]!.theirs;
  const apart = (left: readonly number[], right: readonly number[]) =>
    Math.max(...left.map((value, index) => Math.abs(value / right[index]! - 1)));
  return {
    students,
    ours: median(rounds.map(({ ours }) => ours)),
    lme4: median(rounds.map((round) => round.theirs.seconds)),
    ratio: median(rounds.map((round) => round.theirs.seconds / round.ours)),
    differences: {
      estimates: apart(
        fit.fixed.map(({ estimate }) => estimate),
        theirs.estimates,
      ),
      standardErrors: apart(
        fit.fixed.map(({ standardError }) => standardError),
        theirs.standardErrors,
      ),
      variances: apart(
        [fit.random[0]!.covariance[0]![0]!, fit.residualVariance],
        [theirs.schoolVariance, theirs.residualVariance],
      ),
      logLikelihood: apart([fit.logLikelihood], [theirs.logLikelihood]),
    },
  };
}

/** Students with a planted model, in no order of schools, as Parquet: the same on every machine. */
async function writeStudents(directory: string, students: number): Promise<string> {
  const file = join(directory, `students-${students}.parquet`);
  const uniform = (seed: number, of = 'i') => `((hash(${of} * 64 + ${seed}) % 1000003 + 0.5) / 1000003)`;
  const normal = (seed: number, of = 'i') =>
    `sqrt(-2 * ln(${uniform(seed, of)})) * cos(2 * pi() * ${uniform(seed + 1, of)})`;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`
    copy (
      select school::double as school, prior, prior * prior as prior_2, fsm, sen, eal, girl, mobility, age,
        4.6 + 0.62 * prior + 0.05 * prior * prior - 0.21 * fsm - 0.3 * sen + 0.08 * eal + 0.2 * girl - 0.25 * mobility + 0.02 * age
          + 0.23 * ${normal(40, 'school')} + 0.63 * ${normal(20)} as points
      from (
        select i, hash(i * 64 + 3) % ${schools} as school, ${normal(1)} as prior, (${uniform(5)} < 0.24)::double as fsm,
          (${uniform(6)} < 0.14)::double as sen, (${uniform(7)} < 0.19)::double as eal, (${uniform(8)} < 0.49)::double as girl,
          (${uniform(9)} < 0.06)::double as mobility, floor(${uniform(10)} * 12) as age
        from range(${students}::bigint) t(i)
      )
    ) to '${file}' (format parquet, compression zstd)`);
  connection.closeSync();
  return file;
}

/** The columns as doubles, one after the other: what R reads fastest. */
async function writeColumns(store: QueryEngine, from: Sql, file: string, students: number): Promise<void> {
  const rows = await store.query<Record<string, number>>(sql`select * from (${from}) s`);
  const values = new Float64Array(students * columns.length);
  for (const [index, column] of columns.entries())
    for (const [row, record] of rows.entries()) values[index * students + row] = record[column]!;
  await writeFile(file, new Uint8Array(values.buffer));
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]!;
}
