import type { BulkResult, Quarantined, TableLayout } from '@collegial/model';
import type { Writer } from '../../database/writer.ts';
import { identitySql } from '../record-identity.ts';
import { noteNew, runsOf, type StreamRun } from '../seen.ts';
import { type BulkPlan, rowNumber } from './plan-bulk.ts';
import { named } from './value-sql.ts';

const mostListed = 1000;
const mostCodes = 100;

/** Every row that is set aside, as `<field>:<reason>`. */
const problemsOf = `select ${rowNumber} as row_no, substr(outcome, 8) as problem from raw r where outcome like 'reject:%'
  union all select row_no, problem from checked where problem is not null`;

/** Makes the table `problems` of the rows that are set aside: number, field and reason. */
export async function listProblems(writer: Writer): Promise<void> {
  await writer.run(`create or replace temp table problems as select row_no, split_part(problem, ':', 1) as field,
    substr(problem, 2 + length(split_part(problem, ':', 1))) as reason from (${problemsOf})`);
}

/**
 * Notes the keys that a run met; it is the first batch of its run, so that none was met before.
 *
 * @param records SQL that gives the records, each key once
 */
export async function noteSeenInBulk(
  writer: Writer,
  streamRun: StreamRun,
  { key }: TableLayout,
  records: string,
): Promise<void> {
  const { source, stream } = streamRun;
  const identity = identitySql(key);
  const earlier = `from bookkeeping.seen where run_no in (${runsOf('stream = $stream')})`;
  const [known = 0] = await writer.numbers(`select count(*) ${earlier}`, { source, stream });
  if (known > 0)
    await writer.run(`delete ${earlier} and key in (select ${identity} from (${records}))`, {
      source,
      stream,
    });
  await noteNew(writer, streamRun, identity, `(${records})`);
}

/** Writes the rows of `problems` into the quarantine. */
export async function quarantineInBulk(
  writer: Writer,
  { source, stream, entity, run }: StreamRun,
  file: string,
): Promise<void> {
  await writer.run(
    `insert into bookkeeping.quarantine
      select $run, $source, $stream, $entity,
        cast(json_merge_patch(json_object('source', $source, 'file', $file, 'row', row_no),
          case when field = '' then json('{}') else json_object('field', field) end) as varchar),
        'record.invalid', reason from problems`,
    { run, source, stream, entity, file },
  );
}

/** Counts what became of the rows; `problems` lists those that are set aside. */
export async function reportOn(
  writer: Writer,
  { source }: StreamRun,
  file: string,
  plan: BulkPlan,
): Promise<Omit<BulkResult, 'rows' | 'loaded' | 'unchanged' | 'duplicate'>> {
  const skipped = await writer.rows(
    `select substr(outcome, 6), count(*) from raw where outcome like 'skip:%' group by 1 order by 1`,
  );
  const byField = await writer.rows(`select field, count(*) from problems group by 1 order by 2 desc, 1`);
  const listed = await writer.rows(
    `select row_no, field, reason from problems order by row_no limit ${mostListed}`,
  );
  return {
    skippedBy: Object.fromEntries(skipped.map(([reason, count]) => [String(reason), Number(count)])),
    quarantinedBy: byField.map(([field, count]) => ({
      code: 'record.invalid',
      field: String(field),
      count: Number(count),
    })),
    quarantined: listed.map(
      ([row, field, reason]): Quarantined => ({
        place: { source, file, row: Number(row), ...(field !== '' && { field: String(field) }) },
        code: 'record.invalid',
        reason: String(reason),
      }),
    ),
    ...(await oddities(writer, plan)),
  };
}

/** What was not as the source documents it: texts that turned into nothing, and words that nobody knows. */
async function oddities(writer: Writer, plan: BulkPlan): Promise<Pick<BulkResult, 'drift' | 'unmapped'>> {
  const drift: Record<string, number> = {};
  const unmapped: { field: string; code: string; count: number }[] = [];
  const count = async (field: string, text: string, from: string) => {
    const found = await writer.rows(
      `select substr(${text}, 1, 60), count(*) from ${from} group by 1 order by 2 desc, 1 limit ${mostCodes}`,
    );
    for (const [code, times] of found) unmapped.push({ field, code: String(code), count: Number(times) });
  };
  for (const { field, kind } of plan.asked) {
    const lost = named(`lost ${field}`);
    const from = `checked where ${lost} is not null`;
    if (kind === 'unmapped') await count(field, lost, from);
    else {
      const [times = 0] = await writer.numbers(`select count(*) from ${from}`);
      if (times > 0) drift[field] = times;
    }
  }
  for (const [index, column] of plan.unknown.entries()) {
    const text = named(`unknown ${index}`);
    await count(column, text, `raw where ${text} is not null`);
  }
  return { drift, unmapped };
}
