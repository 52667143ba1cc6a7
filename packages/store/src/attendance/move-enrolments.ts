import { INTEGER, VARCHAR } from '@duckdb/node-api';
import { adjustChecksum, markSum } from '../content-checksum.ts';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';

/** An enrolment whose marks now name another organisation than before. */
export interface MovedEnrolment {
  readonly number: number;
  readonly organisationId: string;
}

/**
 * An enrolment is at one organisation: where a later mark names another than the earlier ones did, all of its marks
 * move there, because the source has corrected itself.
 */
export async function moveEnrolments(writer: Writer, moved: readonly MovedEnrolment[]): Promise<void> {
  await writer.run('create or replace temp table moved (enrolment_no integer, organisation_id varchar)');
  await appendColumns(writer.connection, 'moved', [
    { type: INTEGER, values: moved.map(({ number }) => number) },
    { type: VARCHAR, values: moved.map(({ organisationId }) => organisationId) },
  ]);
  const sum = async () => {
    const [[total] = []] = await writer.rows(
      `${markSum} where m.enrolment_no in (select enrolment_no from moved)`,
    );
    return (total as bigint | null) ?? 0n;
  };
  const before = await sum();
  for (const table of ['enrolment_number', 'attendance_month', 'attendance_year'])
    await writer.run(
      `update data.${table} t set organisation_id = m.organisation_id from moved m where t.enrolment_no = m.enrolment_no`,
    );
  await adjustChecksum(writer, 'attendance_mark', await sum(), before);
}
