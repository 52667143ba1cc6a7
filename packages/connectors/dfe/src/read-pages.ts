import { type Page, page } from '@collegial/connector-kit';
import type { DfeConfig } from './dfe-config.ts';
import type { Aside, TableRow } from './dfe-schemas.ts';
import type { UnreadFile } from './find-files.ts';
import { isInside, knownFiles } from './known-files.ts';
import { type KnownSchool, repeated, type SchoolIndex } from './school-index.ts';
import { schoolOfRow } from './school-rows.ts';
import { readRows } from './table-rows.ts';
import type { DfeTable } from './tables.ts';

const pageSize = 1000;

/** What of the context of a read is used here. */
export interface ReadOptions {
  readonly config: DfeConfig;
  readonly signal?: AbortSignal;
}

/** An item of a page with the row of its file that it came from. */
export type Numbered<Item> = { readonly row: number; readonly line: number; readonly item: Item };

/** Puts items into pages, each of rows that follow one another, so that the place of every row is exact. */
export function* pagesOf<Item>(file: string, items: Iterable<Numbered<Item>>): Generator<Page> {
  let rows: Item[] = [];
  let lines: number[] = [];
  let first = 1;
  for (const { row, line, item } of items) {
    if (rows.length > 0 && (rows.length === pageSize || row !== first + rows.length)) {
      yield page(rows, { place: { file, row: first }, lines });
      rows = [];
      lines = [];
    }
    if (rows.length === 0) first = row;
    rows.push(item);
    lines.push(line);
  }
  if (rows.length > 0) yield page(rows, { place: { file, row: first }, lines });
}

/** Passes pages on and ends with their number of rows, so that sync can tell that the read was complete. */
export async function* counted(pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  let total = 0;
  for await (const one of pages) {
    total += one.rows.length;
    yield one;
  }
  yield page([], { place: {}, total });
}

/** A page for each file that should have been read and could not be, so that the stream says so and deletes nothing. */
export function* unreadPages(unread: readonly UnreadFile[], tables: readonly DfeTable[]): Generator<Page> {
  for (const { name, reason, code, field, table } of unread) {
    if (code === undefined || (table !== undefined && !tables.includes(table))) continue;
    const aside: Aside = { aside: 'rejected', reason, code, ...(field === undefined ? {} : { field }) };
    yield page([aside], { place: { file: name, ...(field === undefined ? {} : { line: 1 }) } });
  }
}

/** Which rows of a table are looked at, and how. */
export interface TableOptions {
  readonly tables: readonly DfeTable[];
  /** True: a school stands once in each file; a repeated row is set aside. */
  readonly oncePerSchool?: boolean;
  /** Says why a row is passed over, if it is; by default a school outside the chosen authorities. */
  readonly passOver?: (row: TableRow, inside: (urn: string) => boolean) => string | undefined;
}

/** Reads the rows of all files of some kinds: a {@link TableRow}, or an {@link Aside} in place of one. */
export async function* readTables(
  { config, signal }: ReadOptions,
  { tables, oncePerSchool = false, passOver = schoolOutside }: TableOptions,
): AsyncGenerator<Page> {
  const { files, unread, index } = await knownFiles(config, signal);
  yield* unreadPages(unread, tables);
  const schools = config.authorities.length === 0 ? undefined : (await index(signal)).schools;
  const inside = (urn: string) => schools === undefined || isInside(config, schools.get(urn));
  for (const file of files.filter(({ table }) => tables.includes(table))) {
    const rowOfSchool = new Map<string, number>();
    const judge = (row: number, read: TableRow): TableRow | Aside => {
      const reason = passOver(read, inside);
      if (reason !== undefined) return { aside: 'skipped', reason };
      const school = oncePerSchool ? schoolOfRow(read) : undefined;
      if (school === undefined || 'aside' in school) return read;
      const before = rowOfSchool.get(school.urn);
      if (before !== undefined) return repeated(before);
      rowOfSchool.set(school.urn, row);
      return read;
    };
    let buffer: Numbered<TableRow | Aside>[] = [];
    for await (const read of readRows(file, signal)) {
      buffer.push({
        row: read.row,
        line: read.line,
        item: 'aside' in read ? read.aside : judge(read.row, read),
      });
      if (buffer.length === pageSize) {
        yield* pagesOf(file.name, buffer);
        buffer = [];
      }
    }
    yield* pagesOf(file.name, buffer);
  }
}

const outsideReason = 'outside the authorities of the configuration';

function schoolOutside(row: TableRow, inside: (urn: string) => boolean): string | undefined {
  const school = schoolOfRow(row);
  return 'urn' in school && !inside(school.urn) ? outsideReason : undefined;
}

/** Reads an account of every row that names a school: the {@link KnownSchool} where it stands first, an {@link Aside} elsewhere. */
export async function* readSchools({ config, signal }: ReadOptions): AsyncGenerator<Page> {
  const known = await knownFiles(config, signal);
  const { unread } = known;
  const index = await known.index(signal);
  for (const { name, reason, code } of unread) {
    if (code === undefined) yield page([{ aside: 'skipped', reason }], { place: { file: name } });
  }
  yield* unreadPages(unread, [
    'establishments',
    'group-links',
    'school-links',
    'ks4',
    'ks2',
    'census',
    'absence',
  ]);
  for (const { file, outcomes } of index.accounts) {
    yield* pagesOf(file.name, schoolItems(config, index, outcomes));
  }
}

function* schoolItems(
  config: DfeConfig,
  { schools }: SchoolIndex,
  outcomes: SchoolIndex['accounts'][number]['outcomes'],
): Generator<Numbered<KnownSchool | Aside>> {
  for (const outcome of outcomes) {
    const { row, line } = outcome;
    if ('aside' in outcome) {
      yield { row, line, item: outcome.aside };
      continue;
    }
    const school = schools.get(outcome.urn);
    if (school === undefined || !isInside(config, school)) {
      yield { row, line, item: { aside: 'skipped', reason: outsideReason } };
    } else if (outcome.first) {
      yield { row, line, item: school };
    } else {
      yield {
        row,
        line,
        item: { aside: 'skipped', reason: 'merged into the record of the school’s first row' },
      };
    }
  }
}

/** The schools themselves, once each. */
export async function* readKnownSchools({ config, signal }: ReadOptions): AsyncGenerator<Page> {
  const { unread, index } = await knownFiles(config, signal);
  yield* unreadPages(unread, ['establishments', 'group-links', 'ks4', 'ks2', 'census', 'absence']);
  const inside = [...(await index(signal)).schools.values()].filter((school) => isInside(config, school));
  for (let at = 0; at < inside.length; at += pageSize) {
    yield page(inside.slice(at, at + pageSize), { place: { row: at + 1 } });
  }
}
