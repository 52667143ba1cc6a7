import type { Column } from '@collegial/model';
import { type StagedValue, stageColumns } from '../database/stage-columns.ts';
import type { Writer } from '../database/writer.ts';

interface Staging {
  /** From the value of the field to the staged one. */
  readonly put: (value: unknown) => StagedValue;
  /** SQL that turns the staged text into a value of the table's type. */
  readonly take: (text: string, type: string) => string;
}

const asIs = (value: unknown) => value as StagedValue;
const cast = (text: string, type: string) => `cast(${text} as ${type})`;
const text: Staging = {
  put: asIs,
  take: (column, type) => (type === 'VARCHAR' ? column : cast(column, type)),
};
const json: Staging = {
  ...text,
  put: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
};

/** How a column travels: the engine turns text into dates, numbers and lists faster than JavaScript builds its values. */
function stagingOf(type: string): Staging {
  if (type.startsWith('DECIMAL')) return { put: asIs, take: (column) => cast(cast(column, 'double'), type) };
  if (type === 'JSON') return json;
  if (type.endsWith('[]')) return { ...json, take: (column, list) => cast(cast(column, 'json'), list) };
  return text;
}

/** A staged column that no field of the entity holds. */
export interface ExtraColumn {
  readonly name: string;
  readonly type: string;
  readonly values: readonly StagedValue[];
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
  const fields = columns.map(({ name, type, field }) => {
    const { put } = stagingOf(type);
    return { name, type, values: records.map((record) => put((record as Record<string, unknown>)[field])) };
  });
  await stageColumns(
    writer,
    'incoming',
    [...fields, ...extra].map(({ name, type, values }) => ({
      name,
      values,
      take: (column) => stagingOf(type).take(column, type),
    })),
  );
}
