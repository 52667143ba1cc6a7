import { INTEGER, VARCHAR } from '@duckdb/node-api';
import { enrolmentHash } from '../content-checksum.ts';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';

/** An enrolment as marks refer to it. */
export interface NumberedEnrolment {
  readonly number: number;
  readonly organisationId: string;
  /** Its part in the hash of its marks. */
  readonly hash: bigint;
}

/** A code as marks refer to it. */
export interface NumberedCode {
  readonly number: number;
  readonly hash: bigint;
}

/** Gives enrolments, codes and runs the small numbers that marks are stored with. */
export interface MarkNumbers {
  /** Numbers of enrolments of a source that have one; the result may hold others too. */
  find(source: string, enrolments: Iterable<string>): Promise<ReadonlyMap<string, NumberedEnrolment>>;
  /** Numbers for these enrolments, given to those that have none: enrolment → organisation. */
  number(
    source: string,
    enrolments: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, NumberedEnrolment>>;
  /** Reads enrolments anew whose organisation has changed. */
  forgetEnrolments(): void;
  codes(codes: ReadonlySet<string>): Promise<ReadonlyMap<string, NumberedCode>>;
  run(run: string): Promise<number>;
  /** Forgets everything: after a rollback the file knows less than we do. */
  forget(): void;
}

/** Enrolments remembered between batches; beyond it the file is asked again. */
const remembered = 250_000;

/** Makes the numbers of a store. */
export function createMarkNumbers(writer: Writer): MarkNumbers {
  const enrolments = new Map<string, Map<string, NumberedEnrolment>>();
  const codes = new Map<string, NumberedCode>();
  const runs = new Map<string, number>();

  const find: MarkNumbers['find'] = async (source, ids) => {
    let known = enrolments.get(source) ?? new Map<string, NumberedEnrolment>();
    if (known.size > remembered) known = new Map();
    enrolments.set(source, known);
    const asked: string[] = [];
    for (const id of ids) if (!known.has(id)) asked.push(id);
    if (asked.length === 0) return known;
    await writer.run('create or replace temp table asked (enrolment_id varchar)');
    await appendColumns(writer.connection, 'asked', [{ type: VARCHAR, values: asked }]);
    const rows = await writer.rows(
      `select n.enrolment_id, n.enrolment_no, n.organisation_id, ${enrolmentHash('n')}
        from data.enrolment_number n join asked a on a.enrolment_id = n.enrolment_id where n.source_id = $source`,
      { source },
    );
    for (const [id, number, organisationId, hash] of rows) {
      const entry = {
        number: Number(number),
        organisationId: String(organisationId),
        hash: hash as bigint,
      };
      known.set(String(id), entry);
    }
    return known;
  };

  return {
    find,
    number: async (source, wanted) => {
      const found = await find(source, wanted.keys());
      const missing = [...wanted].filter(([id]) => !found.has(id));
      if (missing.length === 0) return found;
      const [last = 0] = await writer.numbers(
        'select coalesce(max(enrolment_no), 0) from data.enrolment_number',
      );
      await writer.run(
        'create or replace temp table numbered (enrolment_no integer, enrolment_id varchar, organisation_id varchar)',
      );
      await appendColumns(writer.connection, 'numbered', [
        { type: INTEGER, values: Int32Array.from(missing, (_, index) => last + 1 + index) },
        { type: VARCHAR, values: missing.map(([id]) => id) },
        { type: VARCHAR, values: missing.map(([, organisation]) => organisation) },
      ]);
      await writer.run(
        `insert into data.enrolment_number (enrolment_no, source_id, enrolment_id, organisation_id, shadowed)
          select enrolment_no, $source, enrolment_id, organisation_id, false from numbered`,
        { source },
      );
      return await find(source, wanted.keys());
    },
    forgetEnrolments: () => enrolments.clear(),
    codes: async (wanted) => {
      if (codes.size === 0) await readCodes(writer, codes);
      const missing = [...wanted].filter((code) => !codes.has(code));
      for (const [index, code] of missing.entries())
        await writer.run('insert into data.attendance_code (code_no, code) values ($number, $code)', {
          number: codes.size + index + 1,
          code,
        });
      if (missing.length > 0) await readCodes(writer, codes);
      return codes;
    },
    run: async (run) => {
      const known = runs.get(run);
      if (known !== undefined) return known;
      const [stored] = await writer.numbers('select run_no from bookkeeping.run where run = $run', { run });
      const [last = 0] = await writer.numbers('select coalesce(max(run_no), 0) from bookkeeping.run');
      const number = stored ?? last + 1;
      if (stored === undefined)
        await writer.run('insert into bookkeeping.run values ($number, $run)', { number, run });
      runs.set(run, number);
      return number;
    },
    forget: () => {
      enrolments.clear();
      codes.clear();
      runs.clear();
    },
  };
}

async function readCodes(writer: Writer, codes: Map<string, NumberedCode>): Promise<void> {
  for (const [code, number, hash] of await writer.rows(
    'select code, code_no, hash(code) from data.attendance_code',
  ))
    codes.set(String(code), { number: Number(number), hash: hash as bigint });
}
