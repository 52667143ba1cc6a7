import { type Page, page } from '@collegial/connector-kit';
import type { ActivitiesConfig } from './activities-config.ts';
import type { AnyRow } from './activities-schemas.ts';
import { type CalendarRow, readCalendar } from './calendar/read-calendar.ts';
import { activityId, faultOfActivity } from './map-activity.ts';
import { faultOfRecorded } from './map-recorded.ts';
import { readInbox } from './read-inbox.ts';
import { type ActivityIds, readActivitySheet, readConfirmationSheet } from './read-sheets.ts';

/** What of the context of a read is used here. */
export interface ReadOptions {
  readonly config: ActivitiesConfig;
  readonly source: string;
  readonly signal?: AbortSignal;
  now(): number;
}

/** A row with its number and line, where its input has lines. */
export interface NumberedItem {
  readonly row: number;
  readonly line?: number;
  readonly item: AnyRow;
}

/** The rows of one input. */
export interface Input {
  /** File name without its folder, or `inbox`. */
  readonly file: string;
  readonly rows: readonly NumberedItem[];
}

const pageSize = 500;

/** Reads what describes activities: the sheet, the calendars, the inbox. */
export async function* readActivities(options: ReadOptions): AsyncGenerator<Page> {
  yield* pagesOf(await describing(options));
}

/** Reads what schools say of activities: their sheet, and the inbox. Each word knows whether its activity was loaded. */
export async function* readWords(options: ReadOptions): AsyncGenerator<Page> {
  const inputs = await describing(options);
  const ids = knownIds(inputs, options);
  const sheet = await readConfirmationSheet(options, ids);
  yield* pagesOf([
    ...(sheet === undefined ? [] : [sheet]),
    ...inputs
      .filter(({ file }) => file === 'inbox')
      .map(({ file, rows }) => ({
        file,
        rows: rows.map(({ row, item }) => ({
          row,
          item:
            'said' in item ? { ...item, activityKnown: ids.has(item.said.confirmation.activityId) } : item,
        })),
      })),
  ]);
}

async function describing(options: ReadOptions): Promise<Input[]> {
  const { config, signal } = options;
  const inputs: Input[] = [];
  const sheet = await readActivitySheet(options);
  if (sheet !== undefined) inputs.push(sheet);
  const seen = new Set<string>();
  for (const calendar of config.calendars) {
    signal?.throwIfAborted();
    const today = new Date(options.now()).toISOString().slice(0, 10);
    const rows = await readCalendar({ calendar, config, source: options.source, today, seen });
    inputs.push({ file: nameOf(calendar.path), rows: rows.map(asItem) });
  }
  const inbox = await readInbox(options);
  if (inbox !== undefined) inputs.push(inbox);
  return inputs;
}

const asItem = ({ row, line, event }: CalendarRow): NumberedItem => ({ row, line, item: { event } });

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** Ids of the activities that are loaded, whatever they come from. */
function knownIds(inputs: readonly Input[], options: ReadOptions): ActivityIds {
  const ids = new Set<string>();
  for (const { item } of inputs.flatMap(({ rows }) => rows)) {
    for (const id of idsOf(item, options)) ids.add(id);
  }
  return ids;
}

function idsOf(item: AnyRow, options: ReadOptions): readonly string[] {
  if ('event' in item) return item.event.activities.map(({ id }) => id);
  if ('recorded' in item)
    return faultOfRecorded(item, options.config) === undefined ? [item.recorded.activity.id] : [];
  if ('cells' in item && item.first === undefined && faultOfActivity(item, options) === undefined)
    return [activityId(item.cells, options.source)];
  return [];
}

/** Pages of rows, and at the end their number, so that sync can tell that the read was complete. */
function* pagesOf(inputs: readonly Input[]): Generator<Page> {
  for (const { file, rows } of inputs) {
    for (let at = 0; at < rows.length; at += pageSize) {
      const part = rows.slice(at, at + pageSize);
      const lines = part.map(({ line }) => line).filter((line) => line !== undefined);
      yield page(
        part.map(({ item }) => item),
        { place: { file, row: part[0]?.row ?? 1 }, ...(lines.length === part.length ? { lines } : {}) },
      );
    }
  }
  const last = inputs.at(-1)?.file;
  const total = inputs.reduce((sum, { rows }) => sum + rows.length, 0);
  yield page([], { place: last === undefined ? {} : { file: last }, total });
}
