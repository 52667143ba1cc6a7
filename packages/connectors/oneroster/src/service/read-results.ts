import { type Page, page } from '@collegial/connector-kit';
import { knownLineItem } from '../mapping/known-line-item.ts';
import { type KnownLineItem, type Reading, withReading } from '../mapping/reading.ts';
import { WireCategory, WireLineItem } from '../mapping/wire-gradebook.ts';
import { WireClass } from '../mapping/wire-roster.ts';
import { type CollectionRead, readAll, readCollection } from './read-collection.ts';
import { type Pages, withoutTotal } from './read-streams.ts';
import { cursorAfter } from './read-students.ts';
import { blank, type Lookup } from './session.ts';

/** When more line items than this have changed, all results are read instead of those of each. */
const mostLookups = 100;

interface Gradebook {
  /** True when the server gave all that it said it has. */
  readonly verified: boolean;
  readonly lineItems: ReadonlyMap<string, KnownLineItem>;
  /** Line items whose meaning may have changed with the changes: their results are read again. */
  readonly changed: readonly { readonly sourcedId: string; readonly class: string | undefined }[];
}

/** Results with the line items that say what they mean. Among changes, also the results of line items, categories and classes that changed. */
export const resultPages: Pages = async function* (read, reading, context) {
  if (!context.config.gradebook) return;
  const { lineItems, changed, verified } = await gradebookOf(read, reading, context);
  const known = { ...reading, lineItems };
  const everything = changed.length > mostLookups || changed.some((item) => item.class === undefined);
  if (read.since !== undefined && changed.length > 0) {
    yield* everything ? withoutCursor(wholeOf(read), known) : again(changed, read, known);
    if (everything) {
      yield page([], { place: {}, ...cursorAfter(read) });
      return;
    }
  }
  for await (const results of readCollection('results', read)) {
    const full = { ...results, rows: results.rows.map((row) => withReading(row, known)) };
    yield verified ? full : withoutTotal(full);
  }
};

async function* again<Cursor>(
  items: Gradebook['changed'],
  read: CollectionRead<Cursor>,
  known: Reading,
): AsyncGenerator<Page<Cursor>> {
  for (const item of items) {
    const path = `classes/${encodeURIComponent(item.class ?? '')}/lineItems/${encodeURIComponent(item.sourcedId)}/results`;
    yield* withoutCursor({ ...wholeOf(read), path }, known);
  }
}

/** Pages that are no place to resume at: they come before those that are. */
async function* withoutCursor<Cursor>(
  read: CollectionRead<Cursor>,
  known: Reading,
): AsyncGenerator<Page<Cursor>> {
  for await (const { rows, place } of readCollection('results', read))
    yield page(
      rows.map((row) => withReading(row, known)),
      { place },
    );
}

function wholeOf<Cursor>({
  since: _,
  from: __,
  cursor: ___,
  ...read
}: CollectionRead<Cursor>): CollectionRead<Cursor> {
  return read;
}

async function gradebookOf(
  read: CollectionRead<unknown>,
  reading: Reading,
  context: Lookup,
): Promise<Gradebook> {
  const lookup = { ...wholeOf(read), config: { ...read.config, filters: {}, since: undefined } };
  const whole = [
    await readAll('classes', lookup),
    await readAll('categories', lookup),
    await readAll('lineItems', lookup),
  ];
  const [classRows = [], categoryRows = [], itemRows = []] = whole.map(({ rows }) => rows);
  const classes = new Map(parsedOf(WireClass, classRows).map(({ data }) => [data.sourcedId, data]));
  const categories = new Map(
    parsedOf(WireCategory, categoryRows).flatMap(({ data: { sourcedId, title } }) =>
      title === undefined ? [] : [[sourcedId, title] as const],
    ),
  );
  const items = parsedOf(WireLineItem, itemRows);
  const places = { classes, categories, reading };
  const fresh = read.since === undefined ? Number.POSITIVE_INFINITY : Date.parse(read.since);
  const changedIn = (rows: readonly { data: { sourcedId: string }; changed: number }[]) =>
    new Set(rows.flatMap(({ data, changed }) => (changed >= fresh ? [data.sourcedId] : [])));
  const changedClasses = changedIn(parsedOf(WireClass, classRows));
  const changedCategories = changedIn(parsedOf(WireCategory, categoryRows));
  const changed = items.filter(
    ({ data, changed: at }) =>
      at >= fresh || changedClasses.has(data.class ?? '') || changedCategories.has(data.category ?? ''),
  );
  return {
    verified: whole.every(({ verified }) => verified),
    lineItems: new Map(items.map(({ data }) => [data.sourcedId, knownLineItem(data, places, context)])),
    changed: changed.map(({ data }) => ({ sourcedId: data.sourcedId, class: data.class })),
  };
}

interface Shape<Wire> {
  safeParse(row: unknown): { data?: Wire | undefined };
}

/** Rows that have the shape, with the time of their last change; a row without a time counts as changed. */
function parsedOf<Wire>(shape: Shape<Wire>, rows: readonly unknown[]): { data: Wire; changed: number }[] {
  return rows.flatMap((row) => {
    const { data } = shape.safeParse(withReading(row, blank));
    const at = Date.parse(String((row as { dateLastModified?: unknown } | null)?.dateLastModified));
    return data === undefined ? [] : [{ data, changed: Number.isNaN(at) ? Number.POSITIVE_INFINITY : at }];
  });
}
