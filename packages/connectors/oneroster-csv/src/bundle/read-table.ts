import {
  type CsvCursor,
  csvStreamPages,
  outcomeOf,
  type Page,
  type ReadContext,
} from '@collegial/connector-kit';
import { type Bundles, openBundles } from './open-bundles.ts';
import { columnsOf, newestParts, partsOf } from './table-parts.ts';
import type { TableName } from './tables.ts';

/** Columns of a row that were asked for and are there; empty text where the file says nothing. */
export type TableValues = Readonly<Record<string, string | undefined>>;

/** What {@link readTable} needs of the settings. */
export interface BundlePaths {
  readonly path: string;
  readonly earlier: readonly string[];
}

/** What other tables say about the rows of one. */
export interface TableJoin<Joined> {
  readonly of: (values: TableValues) => Joined;
  /** Why rows may be missing from what is read, when a table that decides about them is not whole. */
  readonly partial?: string | undefined;
}

/** Options of {@link readTable}. */
export interface ReadTableOptions<Joined> {
  readonly context: Pick<
    ReadContext<BundlePaths, CsvCursor>,
    'config' | 'cursor' | 'restart' | 'partial' | 'signal' | 'logger'
  >;
  readonly table: TableName;
  /** Keys of extensions to read: `key` stands in the column `metadata.key`. */
  readonly extensions?: readonly string[];
  /** Prepares what other tables say about rows of this one. */
  readonly join: (bundles: Bundles) => Promise<TableJoin<Joined>>;
}

/**
 * Reads a table as pages of row with what other tables say about it: the newest bundle first, then what it builds on. Says that the read is partial when the whole table is
 * not among the bundles, so that only what is stated to be gone is removed.
 *
 * @throws CollegialError of the bundle, the file, or its columns
 */
export async function* readTable<Joined>({
  context,
  table,
  extensions = [],
  join,
}: ReadTableOptions<Joined>): AsyncGenerator<Page<CsvCursor>, void, undefined> {
  const { config, logger } = context;
  const bundles = await openBundles(config.path, config.earlier);
  try {
    for (const { passedOver } of bundles.all)
      for (const { file, reason } of passedOver)
        if (file.toLowerCase() === `${table}.csv`.toLowerCase()) logger.warn(`not read: ${reason}`, { file });
    const found = partsOf(bundles, table);
    if (found.parts.length === 0) {
      context.partial(`The bundle has no ${table}.csv: what it held before stays.`);
      return;
    }
    if (!found.whole) context.partial(`${table}.csv holds changes, and not the whole.`);
    const joined = await join(bundles);
    if (joined.partial !== undefined) context.partial(joined.partial);
    const newest = await newestParts(bundles, table, found);
    const columns = columnsOf(table, bundles.version, extensions);
    const positions = new Map(found.parts.map(({ source }, index) => [source.name, index]));
    for await (const page of csvStreamPages({
      context,
      files: found.parts.map(({ source }) => ({ ...source, columns })),
    })) {
      const part = positions.get(page.place.file as string) ?? 0;
      const { processing } = found.parts[part] as (typeof found.parts)[number];
      const rows = page.rows.map((row) => {
        if (outcomeOf(row as object) !== undefined) return row;
        const values = row as TableValues;
        const superseded = newest.size > 0 && (newest.get(values.sourcedId as string) ?? part) !== part;
        return { values, processing, superseded, joined: joined.of(values) };
      });
      yield { ...page, rows };
    }
  } finally {
    bundles.close();
  }
}
