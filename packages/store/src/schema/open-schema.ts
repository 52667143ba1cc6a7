import { createHash, randomBytes } from 'node:crypto';
import { CollegialError } from '@collegial/model';
import { duckdb, views } from '@collegial/query';
import { createJurisdictions } from '../attendance/jurisdictions.ts';
import { createMarkNumbers } from '../attendance/mark-numbers.ts';
import { attendanceCodesText, rereadMarks } from '../attendance/reread-marks.ts';
import { rebuildChecksums } from '../content-checksum.ts';
import type { Writer } from '../database/writer.ts';
import { bookkeepingTables } from './bookkeeping.ts';
import { fillGrades } from './grade-rows.ts';
import { matchLayout } from './match-layout.ts';
import { type MetaName, readMeta, writeMeta } from './meta.ts';
import { migrations, schemaVersion } from './migrations.ts';
import { createTable, layoutHash, tables } from './tables.ts';

/**
 * Creates the schema in a new file, or brings an older one up to this version, in one transaction.
 *
 * @throws CollegialError `store.version`, `store.layout-changed`, `store.open-failed`
 */
export async function openSchema(writer: Writer, tenant: string | undefined): Promise<Map<MetaName, string>> {
  return await writer.transaction('Opening the store', async () => {
    if ((await schemas(writer)).length === 0) await create(writer);
    await migrate(writer, await readMeta(writer));
    const meta = await readMeta(writer);
    await claim(writer, meta, tenant);
    await fillGrades(writer, meta);
    await createViews(writer, meta);
    await followCodes(writer, meta);
    return await readMeta(writer);
  });
}

async function schemas(writer: Writer): Promise<string[]> {
  const names = (await writer.rows('select distinct schema_name from duckdb_tables()')).map(([name]) =>
    String(name),
  );
  if (names.length > 0 && !names.includes('bookkeeping')) {
    throw new CollegialError({
      code: 'store.open-failed',
      message: 'The file is a DuckDB database, but not a store.',
      fix: 'Name a new file, or one that Collegial made.',
    });
  }
  return names;
}

async function create(writer: Writer): Promise<void> {
  await writer.run('create schema bookkeeping');
  await writer.run('create schema data');
  for (const statement of bookkeepingTables) await writer.run(statement);
  for (const table of tables.values()) await writer.run(createTable(table));
  await writeMeta(writer, 'schema-version', String(schemaVersion));
  await writeMeta(writer, 'layout-hash', layoutHash());
  await writeMeta(writer, 'record-key-salt', randomBytes(32).toString('base64'));
  await writeMeta(writer, 'engine-version', await engineVersion(writer));
  await writeMeta(writer, 'created', new Date().toISOString().slice(0, 10));
}

async function migrate(writer: Writer, meta: ReadonlyMap<MetaName, string>): Promise<void> {
  const version = Number(meta.get('schema-version'));
  if (version > schemaVersion) {
    throw new CollegialError({
      code: 'store.version',
      message: `The store file has schema version ${version}; this package knows ${schemaVersion}.`,
    });
  }
  for (const migration of migrations.filter((step) => step.version > version))
    for (const statement of migration.statements) await writer.run(statement);

  const engine = await engineVersion(writer);
  const moved = meta.get('layout-hash') !== layoutHash() || version < schemaVersion;
  // Views hold the columns of their tables by name: they go first and are made anew.
  if (moved) await dropViews(writer);
  const changed = moved ? await matchLayout(writer, tables.values()) : [];
  // The engine's hash function may change from one version to the next.
  const renewed = meta.get('engine-version') !== engine ? [...tables.keys()] : changed;
  await rebuildChecksums(writer, renewed);
  const current = {
    'schema-version': String(schemaVersion),
    'layout-hash': layoutHash(),
    'engine-version': engine,
  };
  for (const [name, value] of Object.entries(current) as [MetaName, string][])
    if (meta.get(name) !== value) await writeMeta(writer, name, value);
}

async function engineVersion(writer: Writer): Promise<string> {
  const [[version] = []] = await writer.rows('select library_version from pragma_version()');
  return String(version);
}

async function claim(
  writer: Writer,
  meta: ReadonlyMap<MetaName, string>,
  tenant: string | undefined,
): Promise<void> {
  const owner = meta.get('tenant');
  if (tenant === undefined || tenant === owner) return;
  if (owner !== undefined) {
    throw new CollegialError({
      code: 'store.open-failed',
      message: 'The store file holds the data of another tenant.',
      fix: 'Name the file of this tenant; one file never holds two.',
    });
  }
  await writeMeta(writer, 'tenant', tenant);
}

/** Reads stored marks anew when the code sets of the model have changed since they were read. */
async function followCodes(writer: Writer, meta: ReadonlyMap<MetaName, string>): Promise<void> {
  const hash = createHash('sha256').update(attendanceCodesText()).digest('hex');
  if (meta.get('codes-hash') === hash) return;
  await rereadMarks({
    writer,
    numbers: createMarkNumbers(writer),
    jurisdictions: createJurisdictions(writer),
  });
  await writeMeta(writer, 'codes-hash', hash);
}

async function createViews(writer: Writer, meta: ReadonlyMap<MetaName, string>): Promise<void> {
  const statements = views.map(
    ({ name, columns, sql }) =>
      `create view main."${name}" (${columns.map((column) => `"${column.name}"`).join(', ')}) as ${sql(duckdb)}`,
  );
  const hash = createHash('sha256')
    .update(`${layoutHash()}${statements.join(';')}`)
    .digest('hex');
  if (meta.get('views-hash') === hash) return;
  await dropViews(writer);
  for (const statement of statements) await writer.run(statement);
  await writeMeta(writer, 'views-hash', hash);
}

async function dropViews(writer: Writer): Promise<void> {
  const names = await writer.rows(
    `select view_name from duckdb_views() where schema_name = 'main' and not internal`,
  );
  for (const [name] of names) await writer.run(`drop view main."${String(name)}"`);
  await writer.run("delete from bookkeeping.meta where name = 'views-hash'");
}
