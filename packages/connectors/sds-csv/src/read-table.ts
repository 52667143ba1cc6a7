import {
  type CsvCursor,
  csvStreamPages,
  outcomeOf,
  type Page,
  type ReadContext,
} from '@collegial/connector-kit';
import { openExport, type SdsExport, type Values } from './open-export.ts';
import type { SdsCsvConfig } from './sds-csv-config.ts';
import type { TableName } from './tables.ts';

/** A row with what other files say about it. */
export interface Row<Joined> {
  readonly values: Values;
  readonly joined: Joined;
}

/** What a stream is given to read. */
export type SdsReadContext = ReadContext<SdsCsvConfig, CsvCursor>;

/**
 * Reads a table as pages of {@link Row}. An optional file that is not there says nothing: what it held before stays.
 *
 * @param join prepares what other files say about rows of this one
 * @throws CollegialError of the export, the file or its columns
 */
export async function* readTable<Joined>(
  context: SdsReadContext,
  table: TableName,
  join: (opened: SdsExport) => Promise<(values: Values) => Joined>,
): AsyncGenerator<Page<CsvCursor>, void, undefined> {
  const opened = await openExport(context.config.path);
  try {
    const source = opened.table(table);
    if (source === undefined) {
      context.partial(`The export has no ${table}.csv: what it held before stays.`);
      return;
    }
    const joined = await join(opened);
    for await (const page of csvStreamPages({ context, files: [source] })) {
      const rows = page.rows.map((row) =>
        outcomeOf(row as object) === undefined
          ? { values: row as Values, joined: joined(row as Values) }
          : row,
      );
      yield { ...page, rows };
    }
  } finally {
    opened.close();
  }
}
