import { type Page, page } from '@collegial/connector-kit';
import { codeIn, type DfeFile, type TableRow } from './dfe-schemas.ts';
import { isInside, knownFiles } from './known-files.ts';
import { successionOf } from './map-organisation-link.ts';
import { type Numbered, pagesOf, type ReadOptions, readTables, unreadPages } from './read-pages.ts';
import { readRows } from './table-rows.ts';

/** Reads the authorities that schools are or were in, each once: code and, where a file gives it, name. */
export async function* readAuthorities({ config, signal }: ReadOptions): AsyncGenerator<Page> {
  const { schools, authorityNames } = await (await knownFiles(config, signal)).index(signal);
  const codes = new Set<string>();
  for (const school of schools.values()) {
    if (!isInside(config, school)) continue;
    for (const { authority } of school.statements) codes.add(authority);
  }
  const rows = [...codes].sort().map((code) => ({ code, name: authorityNames.get(code) }));
  if (rows.length > 0) yield page(rows, { place: { row: 1 } });
}

/**
 * Reads groups: every row of the files of groups, then those groups that only the files of establishments in groups name, from
 * the first row that names each.
 */
export async function* readGroups(options: ReadOptions): AsyncGenerator<Page> {
  const { config, signal } = options;
  const { files, unread, index } = await knownFiles(config, signal);
  const links = files.filter(({ table }) => table === 'group-links');
  const chosen = config.authorities.length === 0 ? undefined : new Set<string>();
  const schools = chosen === undefined ? undefined : (await index(signal)).schools;
  const firstRows = new Map<string, Numbered<TableRow> & { file: DfeFile }>();
  for (const file of links) {
    for await (const read of readRows(file, signal)) {
      if ('aside' in read) continue;
      const uid = codeIn(read, 'Group UID');
      if (!firstRows.has(uid)) firstRows.set(uid, { row: read.row, line: read.line, item: read, file });
      if (isInside(config, schools?.get(codeIn(read, 'URN')))) chosen?.add(uid);
    }
  }
  const outside = (row: TableRow) =>
    chosen === undefined || chosen.has(codeIn(row, 'Group UID'))
      ? undefined
      : 'no school of the group is in the authorities of the configuration';
  const listed = new Set<string>();
  const passOver = (row: TableRow) => {
    listed.add(codeIn(row, 'Group UID'));
    return outside(row);
  };
  yield* readTables(options, { tables: ['groups'], passOver });
  yield* unreadPages(unread, ['group-links']);
  const rest = [...firstRows].filter(([uid, { item }]) => !listed.has(uid) && outside(item) === undefined);
  for (const file of links) {
    yield* pagesOf(
      file.name,
      rest.map(([, first]) => first).filter((first) => first.file === file),
    );
  }
}

/** Reads links between establishments. Both schools list a succession: the later school's row is kept, with its date. */
export async function* readSuccessions(options: ReadOptions): AsyncGenerator<Page> {
  const { files } = await knownFiles(options.config, options.signal);
  const fromLaterSide = new Set<string>();
  for (const file of files.filter(({ table }) => table === 'school-links')) {
    for await (const read of readRows(file, options.signal)) {
      if ('aside' in read) continue;
      const pair = successionOf(read);
      if (pair?.later === codeIn(read, 'URN')) fromLaterSide.add(`${pair.later} ${pair.earlier}`);
    }
  }
  const passOver = (row: TableRow, inside: (urn: string) => boolean) => {
    const pair = successionOf(row);
    if (pair?.earlier === codeIn(row, 'URN') && fromLaterSide.has(`${pair.later} ${pair.earlier}`))
      return 'the same succession stands in the row of the later school';
    return inside(codeIn(row, 'URN')) || inside(codeIn(row, 'LinkURN'))
      ? undefined
      : 'outside the authorities of the configuration';
  };
  yield* readTables(options, { tables: ['school-links'], passOver });
}
