import type { ActivitiesConfig } from './activities-config.ts';
import {
  activityColumns,
  confirmationColumns,
  type SheetRow,
  textIn,
  type Unreadable,
} from './activities-schemas.ts';
import { schoolId } from './read-names.ts';
import { type NumberedRow, readRows } from './read-rows.ts';

/** Ids of the activities that are loaded. */
export type ActivityIds = ReadonlySet<string>;

interface ReadOptions {
  readonly config: ActivitiesConfig;
  readonly source: string;
  readonly signal?: AbortSignal;
}

type Numbered = { readonly row: number; readonly line: number; readonly item: SheetRow | Unreadable };

/** A sheet and its rows. */
export interface Sheet {
  readonly file: string;
  readonly rows: readonly Numbered[];
}

/** Reads the activities file, each row with the first row of its activity; `undefined` when there is none. */
export async function readActivitySheet({ config, signal }: ReadOptions): Promise<Sheet | undefined> {
  if (config.activities === undefined) return undefined;
  return sheet(config.activities, relate(await all(config.activities, activityColumns, signal)));
}

/** Reads the confirmations file, each row with the whole id of its activity, if that was loaded; `undefined` when there is none. */
export async function readConfirmationSheet(
  { config, source, signal }: ReadOptions,
  known: ActivityIds,
): Promise<Sheet | undefined> {
  if (config.confirmations === undefined) return undefined;
  const said = new Map<string, number>();
  const rows = (await all(config.confirmations, confirmationColumns, signal)).map((read): Numbered => {
    if ('unreadable' in read) return unreadable(read);
    const { row, line, cells } = read;
    const written = textIn(cells, 'activity_id');
    // Activities of calendars and the inbox are named by their whole id, as the store has it.
    const id = [`${source}:${written}`, written].find((one) => known.has(one));
    const key = `${written} ${schoolId(textIn(cells, 'school'))}`;
    const repeats = said.get(key);
    if (repeats === undefined) said.set(key, row);
    return {
      row,
      line,
      item: {
        cells,
        activityKnown: id !== undefined,
        ...(id === undefined ? {} : { activity: id }),
        ...(repeats === undefined ? {} : { repeats }),
      },
    };
  });
  return sheet(config.confirmations, rows);
}

const sheet = (path: string, rows: readonly Numbered[]): Sheet => ({
  file: path.split(/[\\/]/).at(-1) ?? path,
  rows,
});

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
