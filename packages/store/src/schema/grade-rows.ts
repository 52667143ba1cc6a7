import { createHash } from 'node:crypto';
import { type Grade, type GradeScheme, gradeOf, gradeSchemes } from '@collegial/model';
import { BOOLEAN, DOUBLE, VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';
import { type MetaName, writeMeta } from './meta.ts';

/** A row of `data.grade`, in the order of its columns. */
export type GradeRow = [
  gradeScheme: string,
  grade: string,
  rank: number,
  points: number,
  pass: boolean,
  goodPass: boolean,
  anyPass: boolean,
  attainment8Points: number | null,
];

/**
 * A row for each spelling of each grade of a scheme, in capitals, so that SQL reads a result as `gradeOf` does. A threshold
 * that the scheme does not have is never reached.
 */
export function gradeRows(scheme: GradeScheme): GradeRow[] {
  const reaches = (grade: Grade, lowest: string | undefined) => {
    const threshold = lowest === undefined ? undefined : gradeOf(scheme, lowest);
    return threshold !== undefined && grade.rank >= threshold.rank;
  };
  return gradesOf(scheme).flatMap((grade) =>
    [...new Set([grade.grade, ...(grade.aliases ?? [])].map((spelling) => spelling.toUpperCase()))].map(
      (spelling): GradeRow => [
        scheme.id,
        spelling,
        grade.rank,
        grade.points,
        grade.pass,
        reaches(grade, scheme.goodPass),
        reaches(grade, scheme.anyPass),
        grade.attainment8Points ?? null,
      ],
    ),
  );
}

function gradesOf(scheme: GradeScheme): readonly Grade[] {
  if (scheme.range === undefined) return scheme.grades;
  const [lowest, highest] = scheme.range;
  const scores = Array.from({ length: highest - lowest + 1 }, (_, index) => String(lowest + index));
  return scores.flatMap((score) => gradeOf(scheme, score) ?? []);
}

/** Fills `data.grade` from the model, when the model's schemes have changed. */
export async function fillGrades(writer: Writer, meta: ReadonlyMap<MetaName, string>): Promise<void> {
  const rows = gradeSchemes.flatMap(gradeRows);
  const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  if (meta.get('grades-hash') === hash) return;
  await writer.run('delete from data.grade');
  const column = (index: number) => rows.map((row) => row[index] ?? null);
  const types = [VARCHAR, VARCHAR, DOUBLE, DOUBLE, BOOLEAN, BOOLEAN, BOOLEAN, DOUBLE];
  const list = types.map((type, index) => `c${index} ${type}`).join(', ');
  await writer.run(`create or replace temp table staged (${list})`);
  await appendColumns(
    writer.connection,
    'staged',
    types.map((type, index) => ({ type, values: column(index) })),
  );
  await writer.run('insert into data.grade select * from staged');
  await writeMeta(writer, 'grades-hash', hash);
}
