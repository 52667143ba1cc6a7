import { type Page, page } from '@collegial/connector-kit';
import { type ActivitiesConfig } from './activities-config.ts';
import { activityColumns, confirmationColumns, type SheetRow, type Unreadable } from './activities-schemas.ts';
import { faultOfActivity } from './map-activity.ts';
import { type NumberedRow, readRows } from './read-rows.ts';

/** What of the context of a read is used here. */
export interface ReadOptions {
  readonly config: ActivitiesConfig;
  readonly source: string;
  readonly signal?: AbortSignal;
}

type Numbered = { readonly row: number; readonly line?: number; readonly item: SheetRow | Unreadable };

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
    if (faultOfActivity(item, { config, source }) === undefined) known.add(item.cells['activity_id'] ?? '');
  }
  const said = new Map<string, number>();
  const rows = (await all(config.confirmations, confirmationColumns, signal)).map((read): Numbered => {
    if ('unreadable' in read) return { row: read.row, item: read };
    const { row, cells } = read;
    const id = cells['activity_id'] ?? '';
    const key = `${id} ${cells['school'] ?? ''}`;
    const repeats = said.get(key);
    if (repeats === undefined) said.set(key, row);
    return { row, item: { cells, activityKnown: known.has(id), ...(repeats === undefined ? {} : { repeats }) } };
  });
  yield* pagesOf(config.confirmations, rows);
}

function relate(rows: readonly NumberedRow[]): Numbered[] {
  const firsts = new Map<string, { row: number; cells: SheetRow['cells'] }>();
  const parts = new Map<string, number>();
  return rows.map((read) => {
    if ('unreadable' in read) return { row: read.row, item: read };
    const { row, cells } = read;
    const id = cells['activity_id'] ?? '';
    // Rows without an id belong to no activity: each stands for itself.
    const first = id === '' ? undefined : firsts.get(id);
    if (first === undefined) firsts.set(id, { row, cells });
    const part = `${id} ${cells['school'] ?? ''} ${cells['role'] ?? ''}`;
    const repeats = id === '' ? undefined : parts.get(part);
    if (repeats === undefined) parts.set(part, row);
    const item: SheetRow = {
      cells,
      ...(first === undefined ? {} : { first: first.cells, firstRow: first.row }),
      ...(repeats === undefined ? {} : { repeats }),
    };
    return { row, item };
  });
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

/** Pages of rows that follow one another, so that the place of every row is exact. */
function* pagesOf(path: string, rows: readonly Numbered[]): Generator<Page> {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  let items: Numbered['item'][] = [];
  let first = 1;
  for (const { row, item } of rows) {
    if (items.length > 0 && (items.length === 500 || row !== first + items.length)) {
      yield page(items, { place: { file, row: first } });
      items = [];
    }
    if (items.length === 0) first = row;
    items.push(item);
  }
  if (items.length > 0) yield page(items, { place: { file, row: first } });
}
