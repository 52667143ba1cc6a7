import { CollegialError, type EntityName, entities } from '@collegial/model';
import { type FieldColumn, fieldColumns, findColumn, shadowColumn, sourceColumn } from './columns.ts';
import { convertValue } from './convert-value.ts';
import type { ParquetFile } from './format/open-parquet.ts';
import type { ParquetConfig } from './parquet-config.ts';
import type { ParquetRow } from './parquet-schemas.ts';
import { isStoredMarks, readMarkNumbers, storedMark, storedMarkColumns } from './stored-marks.ts';

/** Makes rows of a file from the values of its columns. */
export interface RowReader {
  /** The columns that are read; no other is. */
  readonly columns: readonly string[];
  readonly row: (value: (column: string) => unknown) => ParquetRow;
}

interface RowReaderOptions {
  readonly config: ParquetConfig;
  readonly entity: EntityName;
  readonly file: ParquetFile;
  readonly folders: ReadonlyMap<string, string | null>;
  readonly root: string;
  readonly raw: boolean;
  readonly signal: AbortSignal;
}

/**
 * Decides how the rows of a file are read.
 *
 * @throws CollegialError `parquet.malformed` when a column that the key needs is missing, or one that the settings name
 */
export async function rowReader(options: RowReaderOptions): Promise<RowReader> {
  if (options.entity === 'AttendanceMark' && isStoredMarks(options.file.columns))
    return await ofStoredMarks(options);
  const { config, entity, file, folders, raw } = options;
  const fields = fieldColumns(config, entity, file.columns, folders);
  checkFields(options, fields);
  const source = findColumn(file.columns, sourceColumn);
  const shadow = findColumn(file.columns, shadowColumn);
  return {
    columns: [
      ...new Set([
        ...fields.flatMap(({ column }) => column ?? []),
        ...[source, shadow].flatMap((name) => name ?? []),
      ]),
    ],
    row: (value) => {
      const values: Record<string, unknown> = {};
      for (const field of fields)
        values[field.field] =
          field.column === undefined ? field.stated : convertValue(value(field.column), field.type);
      return { values, raw, ...passedOver(config, source && value(source), shadow && value(shadow)) };
    },
  };
}

async function ofStoredMarks({ config, raw, root, signal }: RowReaderOptions): Promise<RowReader> {
  const numbers = await readMarkNumbers(root, signal);
  return {
    columns: storedMarkColumns,
    row: (value) => {
      const source = numbers.enrolments.get(Number(value('enrolment_no')))?.source;
      return { values: storedMark(value, numbers), raw, ...passedOver(config, source, false) };
    },
  };
}

/** Of several sources' rows with one key, an export marks all but the fullest. */
function passedOver(
  { sourceId }: ParquetConfig,
  source: unknown,
  shadowed: unknown,
): { passedOver?: string } {
  if (sourceId !== undefined) return source === sourceId ? {} : { passedOver: 'row of another source' };
  return shadowed === true ? { passedOver: 'row of which another source says more' } : {};
}

function checkFields({ config, entity, file }: RowReaderOptions, fields: readonly FieldColumn[]): void {
  const there = new Set(fields.map(({ field }) => field));
  const named = Object.keys(config.columns[entity] ?? {});
  const needed = [...named, ...entities[entity].key].find((field) => !there.has(field));
  if (needed === undefined) return;
  throw new CollegialError({
    code: 'parquet.malformed',
    message: `The file has no column for the field “${needed}” of ${entity}.`,
    fix: `Write the column, or name it in the setting columns.${entity}.${needed}.`,
    place: { file: file.name, field: needed },
  });
}
