import { type AttendanceMark, codeSets, type LegalMeaning, type StatisticalMeaning } from '@collegial/model';
import { DATE, type DuckDBDateValue, type DuckDBValue, INTEGER, UTINYINT, VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import { usualJurisdiction } from './jurisdictions.ts';
import { loadMarks, type MarkContext } from './load-marks.ts';
import { legalNumbers, statisticalNumbers } from './mark-meaning.ts';

/** Run that marks are written in when they are read anew. */
const run = 'reread';
/** Marks read anew at a time. */
const atATime = 20_000;

const wordOf = <Word extends string>(numbers: Record<Word, number>, number: number) =>
  (Object.keys(numbers) as Word[]).find((word) => numbers[word] === number) ?? null;

const stored = `data.attendance_mark m
  join data.enrolment_number n on n.enrolment_no = m.enrolment_no
  join data.attendance_code c on c.code_no = m.code_no
  left join data.organisation o on o.id = n.organisation_id and not o.shadowed`;

/** What the code sets say now; another text means that stored marks may have to be read anew. */
export function attendanceCodesText(): string {
  return JSON.stringify(codeSets.filter(({ id }) => id.endsWith('/attendance')));
}

/**
 * Reads stored marks anew, where their codes now mean something else: after an organisation has turned out to be in another
 * jurisdiction, or with a newer version of the code sets. The caller holds the transaction.
 *
 * @param organisations only marks of these; default: all marks
 */
export async function rereadMarks(context: MarkContext, organisations?: readonly string[]): Promise<void> {
  const { writer } = context;
  if (organisations !== undefined) {
    await writer.run('create or replace temp table concerned (organisation_id varchar)');
    await appendColumns(writer.connection, 'concerned', [{ type: VARCHAR, values: organisations }]);
  }
  const concerned =
    organisations === undefined ? '' : 'where n.organisation_id in (select organisation_id from concerned)';
  const readings = await writer.rows(
    `select distinct coalesce(o.jurisdiction, '${usualJurisdiction}'), m.code_no, c.code, m.day, m.meaning, m.legal, m.late, m.stated
      from ${stored} ${concerned}`,
  );
  const stale = readings.filter((reading) => isStale(context, reading));
  if (stale.length === 0) return;
  await writer.run(
    'create or replace temp table stale (jurisdiction varchar, code_no integer, day date, meaning utinyint, legal utinyint, late utinyint, stated utinyint)',
  );
  const column = (index: number) => stale.map((reading) => reading[index] ?? null);
  await appendColumns(writer.connection, 'stale', [
    { type: VARCHAR, values: column(0) },
    { type: INTEGER, values: column(1) },
    { type: DATE, values: column(3) },
    ...[4, 5, 6, 7].map((index) => ({ type: UTINYINT, values: column(index) })),
  ]);
  // What has been read anew is stale no longer, so each round finds the next ones.
  for (;;) {
    const rows = await writer.rows(
      `select n.source_id, n.enrolment_id, n.organisation_id, m.day, m.session, c.code, m.meaning, m.legal, m.stated, m.minutes_late, m.basis
        from ${stored}
        join stale s on s.jurisdiction = coalesce(o.jurisdiction, '${usualJurisdiction}') and s.code_no = m.code_no and s.day = m.day
          and s.meaning = m.meaning and s.legal = m.legal and s.late = m.late and s.stated = m.stated
        ${concerned} limit ${atATime}`,
    );
    if (rows.length === 0) return;
    for (const source of new Set(rows.map(([name]) => String(name)))) {
      const records = rows.filter(([name]) => name === source).map(recordOf);
      await loadMarks(context, { source, run, entity: 'AttendanceMark', records, met: new Set() });
    }
  }
}

function isStale({ jurisdictions }: MarkContext, reading: readonly DuckDBValue[]): boolean {
  const [jurisdiction, , code, day, meaning, legal, late, stated] = reading;
  const now = jurisdictions.reader(String(jurisdiction))({
    code: String(code),
    date: String(day as DuckDBDateValue),
    ...statedMeanings(Number(stated), Number(meaning), Number(legal)),
  });
  return now.meaning !== meaning || now.legal !== legal || now.late !== late;
}

function statedMeanings(stated: number, meaning: number, legal: number) {
  return {
    statistical: (stated & 1) === 0 ? null : wordOf<StatisticalMeaning>(statisticalNumbers, meaning),
    legal: (stated & 2) === 0 ? null : wordOf<LegalMeaning>(legalNumbers, legal),
  };
}

function recordOf(row: readonly DuckDBValue[]): AttendanceMark {
  const [, enrolmentId, organisationId, day, session, code, meaning, legal, stated, minutesLate, basis] = row;
  return {
    enrolmentId: enrolmentId as AttendanceMark['enrolmentId'],
    organisationId: organisationId as AttendanceMark['organisationId'],
    date: String(day as DuckDBDateValue),
    session: session === 0 ? 'AM' : 'PM',
    code: String(code),
    ...statedMeanings(Number(stated), Number(meaning), Number(legal)),
    minutesLate: minutesLate as number | null,
    basis: basis === 0 ? 'mark' : 'exception',
  };
}
