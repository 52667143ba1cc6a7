import { join } from 'node:path';
import {
  type CsvColumn,
  type CsvCursor,
  csvStreamPages,
  type Page,
  type ReadContext,
} from '@collegial/connector-kit';
import type { VendorNameConfig } from './vendor-name-config.ts';

/**
 * Reads `<list>.csv` of the folder. `columns` says under which heading, or headings, each field of the wire shape is found: a file without one of
 * them is refused by name, unless it is `{ names: 'heading', required: false }`.
 */
export const readFile =
  (list: string, columns: Readonly<Record<string, CsvColumn>>) =>
  (context: ReadContext<VendorNameConfig, CsvCursor>): AsyncIterable<Page<CsvCursor>> =>
    csvStreamPages({ context, files: [{ path: join(context.config.folder, `${list}.csv`), columns }] });
