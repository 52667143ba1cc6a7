import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { CollegialError } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import type { Writer } from '../database/writer.ts';
import { layoutHash, tables } from '../schema/tables.ts';

/** File that marks a directory as an export, so that nothing else is ever replaced. */
export const exportMarker = '_collegial-export.json';

/** Writes every table of schema `data`; see `Store.exportParquet`. */
export async function exportParquet(
  writer: Writer,
  allowed: readonly string[],
  snapshot: () => Promise<string>,
  directory: string,
): Promise<void> {
  const target = resolve(directory);
  await checkTarget(target, allowed);
  const partial = `${target}.partial`;
  await rm(partial, { recursive: true, force: true });
  try {
    await writer.transaction('The export', async () => {
      for (const table of tables.values()) await exportTable(writer, table, partial);
      const content = { snapshot: await snapshot(), layout: layoutHash(), tables: [...tables.keys()] };
      await writeFile(join(partial, exportMarker), `${JSON.stringify(content, null, 2)}\n`);
    });
    await replace(partial, target);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function exportTable(
  writer: Writer,
  { name, columns, partition }: StoredTable,
  root: string,
): Promise<void> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  const [rows = 0] = await writer.numbers(`select count(*) from data.${name}`);
  const split = partition !== undefined && rows > 0;
  const target = split ? folder : join(folder, 'data.parquet');
  const options = `format parquet, compression zstd${split ? `, partition_by (${partition}), overwrite_or_ignore true` : ''}`;
  const order = split ? ` order by ${partition}` : '';
  await writer.run(
    `copy (select ${list} from data.${name}${order}) to '${target.replaceAll("'", "''")}' (${options})`,
  );
}

async function checkTarget(target: string, allowed: readonly string[]): Promise<void> {
  if (!allowed.some((directory) => target === directory || target.startsWith(directory + sep))) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'The directory of the export is none that the store was opened with.',
      fix: 'Name it in `directories` when you open the store.',
    });
  }
  if (!existsSync(target)) return;
  const entries = await readdir(target);
  if (entries.length > 0 && !entries.includes(exportMarker)) {
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'The directory of the export holds other files, and they would be lost.',
      fix: 'Choose a new or empty directory, or one that holds an earlier export.',
    });
  }
}

async function replace(partial: string, target: string): Promise<void> {
  const earlier = `${target}.earlier`;
  await rm(earlier, { recursive: true, force: true });
  if (existsSync(target)) await rename(target, earlier);
  await rename(partial, target);
  await rm(earlier, { recursive: true, force: true });
}
