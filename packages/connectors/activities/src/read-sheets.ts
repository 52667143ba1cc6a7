import { type Page, page } from '@collegial/connector-kit';
import type { ActivitiesConfig } from './activities-config.ts';
import {
  activityColumns,
  confirmationColumns,
  type SheetRow,
  textIn,
  type Unreadable,
} from './activities-schemas.ts';
import { faultOfActivity } from './map-activity.ts';
import { schoolId } from './read-names.ts';
import { type NumberedRow, readRows } from './read-rows.ts';

/** What of the context of a read is used here. */
export interface ReadOptions {
  readonly config: ActivitiesConfig;
  readonly source: string;
  readonly signal?: AbortSignal;
}

const pageSize = 500;

type Numbered = { readonly row: number; readonly line: number; readonly item: SheetRow | Unreadable };

/** Reads the rows of the activities file, each with the first row of its activity. */
export async function* readActivityRows({ config, signal }: ReadOptions): AsyncGenerator<Page> {
  yield* pagesOf(config.activities, relate(await all(config.activities, activityColumns, signal)));
}

/** Reads the rows of the confirmations file, each knowing whether its activity was loaded. */
export async function* readConfirmationRows({ config, source, signal }: ReadOptions): AsyncGenerator<Page> {
  if (config.confirmations === undefined) return;
  const known = new Set<string>();
  for (const { item } of relate(await all(config.activities, activityColumns, signal))) {
    if ('unreadable' in item || item.first !== undefined) continue;
    if (faultOfActivity(item, { config, source }) === undefined) known.add(textIn(item.cells, 'activity_id'));
  }
  const said = new Map<string, number>();
  const rows = (await all(config.confirmations, confirmationColumns, signal)).map((read): Numbered => {
    if ('unreadable' in read) return unreadable(read);
    const { row, line, cells } = read;
    const id = textIn(cells, 'activity_id');
    const key = `${id} ${schoolId(textIn(cells, 'school'))}`;
    const repeats = said.get(key);
    if (repeats === undefined) said.set(key, row);
    return {
      row,
      line,
      item: { cells, activityKnown: known.has(id), ...(repeats === undefined ? {} : { repeats }) },
    };
  });
  yield* pagesOf(config.confirmations, rows);
}

function relate(rows: readonly NumberedRow[]): Numbered[] {
  const firsts = new Map<string, { row: number; cells: SheetRow['cells'] }>();
  const parts = new Map<string, number>();
  return rows.map((read) => {
    if ('unreadable' in read) return unreadable(read);
    const { row, line, cells } = read;
    const id = textIn(cells, 'activity_id');
    // Rows without an id belong to no activity: each stands for itself.
    const first = id === '' ? undefined : firsts.get(id);
    if (first === undefined) firsts.set(id, { row, cells });
    const part = `${id} ${schoolId(textIn(cells, 'school'))} ${(textIn(cells, 'role') || 'participant').toLowerCase()}`;
    const repeats = id === '' ? undefined : parts.get(part);
    if (repeats === undefined) parts.set(part, row);
    const item: SheetRow = {
      cells,
      ...(first === undefined ? {} : { first: first.cells, firstRow: first.row }),
      ...(repeats === undefined ? {} : { repeats }),
    };
    return { row, line, item };
  });
}

function unreadable({ row, line, ...item }: { row: number; line: number } & Unreadable): Numbered {
  return { row, line, item };
}

async function all(
  path: string,
  required: readonly string[],
  signal: AbortSignal | undefined,
): Promise<NumberedRow[]> {
  const rows: NumberedRow[] = [];
  for await (const row of readRows(path, required, signal)) rows.push(row);
  return rows;
}

/** Pages of rows, and at the end their number, so that sync can tell that the read was complete. */
function* pagesOf(path: string, rows: readonly Numbered[]): Generator<Page> {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  for (let at = 0; at < rows.length; at += pageSize) {
    const part = rows.slice(at, at + pageSize);
    yield page(
      part.map(({ item }) => item),
      { place: { file, row: part[0]?.row ?? 1 }, lines: part.map(({ line }) => line) },
    );
  }
  yield page([], { place: { file }, total: rows.length });
}
