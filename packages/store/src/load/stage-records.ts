import type { Column } from '@collegial/model';
import { BOOLEAN, DOUBLE, type DuckDBType, type DuckDBValue, INTEGER, VARCHAR } from '@duckdb/node-api';
import { appendColumns } from '../database/append-columns.ts';
import type { Writer } from '../database/writer.ts';

interface Staging {
  readonly type: DuckDBType;
  readonly name: string;
  /** From the value of the field to the staged one. */
  readonly put: (value: unknown) => DuckDBValue;
  /** SQL that turns the staged column into one of the table's type. */
  readonly take: (column: string, type: string) => string;
}

const asIs = (value: unknown) => (value ?? null) as DuckDBValue;
const cast = (column: string, type: string) => `cast(${column} as ${type})`;
const text: Staging = { type: VARCHAR, name: 'varchar', put: asIs, take: cast };
const json: Staging = {
  ...text,
  put: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
};

/** How a column travels: the engine turns text into dates and lists faster than JavaScript builds its values. */
function stagingOf(type: string): Staging {
  if (type === 'BOOLEAN') return { type: BOOLEAN, name: 'boolean', put: asIs, take: (column) => column };
  if (/^(U?TINYINT|U?SMALLINT|INTEGER)$/.test(type))
    return { type: INTEGER, name: 'integer', put: asIs, take: cast };
  if (type === 'UINTEGER' || type.startsWith('DECIMAL'))
    return { type: DOUBLE, name: 'double', put: asIs, take: cast };
  if (type === 'JSON') return json;
  if (type.endsWith('[]'))
    return { ...json, take: (column, list) => `cast(cast(${column} as json) as ${list})` };
  return text;
}

/** A staged column that no field of the entity holds. */
export interface ExtraColumn {
  readonly name: string;
  readonly type: string;
  readonly values: readonly DuckDBValue[];
}

/**
 * Puts records into a temporary table `incoming` that has the columns of their table.
 *
 * @param records each key once
 */
export async function stageRecords(
  writer: Writer,
  columns: readonly Column[],
  records: readonly object[],
  extra: readonly ExtraColumn[] = [],
): Promise<void> {
  const fields = columns.map((column) => {
    const staging = stagingOf(column.type);
    const values = records.map((record) => staging.put((record as Record<string, unknown>)[column.field]));
    return { name: column.name, type: column.type, staging, values };
  });
  const staged = [...fields, ...extra.map((column) => ({ ...column, staging: stagingOf(column.type) }))];
  const list = staged.map(({ name, staging }) => `"${name}" ${staging.name}`);
  await writer.run(`create or replace temp table staged (${list.join(', ')})`);
  await appendColumns(
    writer.connection,
    'staged',
    staged.map(({ staging, values }) => ({ type: staging.type, values })),
  );
  const casts = staged.map(({ name, type, staging }) => `${staging.take(`"${name}"`, type)} as "${name}"`);
  await writer.run(`create or replace temp table incoming as select ${casts.join(', ')} from staged`);
}
