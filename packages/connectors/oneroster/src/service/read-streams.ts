import { changedSince, type Page, type PagingState } from '@collegial/connector-kit';
import { type Reading, withReading } from '../mapping/reading.ts';
import type { OneRosterCursor } from '../oneroster-cursor.ts';
import type { Collection } from './collections.ts';
import { type CollectionRead, readCollection } from './read-collection.ts';
import { type Context, fingerprintOf, isVerified, readingOf, readOf } from './session.ts';

/** How pages of a stream are read once it is known what is asked for. */
export type Pages = <Cursor>(
  read: CollectionRead<Cursor>,
  reading: Reading,
  context: Context,
) => AsyncIterable<Page<Cursor>>;

/** The rows of one collection. */
export const pagesOf = (collection: Collection): Pages =>
  async function* (read, reading) {
    for await (const page of readCollection(collection, read))
      yield { ...page, rows: page.rows.map((row) => withReading(row, reading)) };
  };

/** Reads everything from the first page, or from the page at which an interrupted read stopped. */
export const whole = (
  pages: Pages,
  readingFor: (context: Context) => Promise<Reading> = (context) => readingOf(context, false),
) =>
  async function* (context: Context<PagingState>): AsyncGenerator<Page<PagingState>> {
    announce(context);
    const read = {
      ...(await readOf(context)),
      from: context.cursor,
      cursor: (next: PagingState | undefined) => next,
    };
    const all = pages(read, await readingFor(context), context);
    const verified = await isVerified(context);
    for await (const page of all) yield verified ? page : withoutTotal(page);
  };

/** Reads what changed since the last time; everything, when the ids of organisations are not those of the last time. */
export const changes = (pages: Pages) =>
  async function* (context: Context<OneRosterCursor>): AsyncGenerator<Page<OneRosterCursor>> {
    announce(context);
    const read = await readOf(context);
    const known = await readingOf(context, false);
    const organisations = fingerprintOf(known);
    const { cursor } = context;
    const moved = cursor !== undefined && cursor.organisations !== organisations;
    if (moved) context.restart('the organisations of the server have changed');
    const from = moved ? undefined : cursor;
    const verified = await isVerified(context);
    const changed = changedSince({
      context: { ...context, cursor: from },
      overlap: context.config.overlapMinutes * 60_000,
      pages: (paging, since) =>
        pages({ ...read, ...paging, since }, { ...known, delta: since !== undefined }, context),
    });
    for await (const { cursor: at, ...page } of changed)
      yield {
        ...(verified ? page : withoutTotal(page)),
        ...(at !== undefined && { cursor: { ...at, organisations } }),
      };
  };

/** A page of a read whose rows refer to something that may be incomplete: the total of the rows would prove too much. */
export function withoutTotal<Cursor>({ total: _, ...page }: Page<Cursor>): Page<Cursor> {
  return page;
}

function announce({ config, partial }: Context): void {
  if (config.since !== undefined) partial('Only what was changed since the day in the settings is read.');
}
