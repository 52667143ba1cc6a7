import type { BulkRead } from '@collegial/model';
import type { Writer } from '../../database/writer.ts';
import { openCells } from './open-cells.ts';
import type { BulkPlan } from './plan-bulk.ts';
import { named } from './value-sql.ts';

/**
 * Reads the columns that a plan uses into the temporary table `raw`. Anything that does not fit – a broken quote, a row with too few fields, another
 * encoding – makes the file unsuited: reading row by row then names the place.
 *
 * @param paths of the file, and of those beside it
 */
export async function openRaw(
  writer: Writer,
  paths: readonly string[],
  read: BulkRead,
  plan: BulkPlan,
): Promise<{ readonly rows: number } | { readonly unsuited: string }> {
  try {
    const cells = await openAll(writer, paths, read, plan);
    if (typeof cells !== 'string') return cells;
    await writer.run(`create or replace temp table raw as ${plan.raw(cells)}`);
    const [rows = 0, unsuited = 0] = await writer.numbers(
      'select count(*), count(*) filter (where unsuited) from raw',
    );
    return unsuited > 0
      ? { unsuited: `${unsuited} of its rows hold something that is looked at one by one.` }
      : { rows };
  } catch (error) {
    if (!/Invalid Input|CSV|Conversion|UTF/i.test(error instanceof Error ? error.message : '')) throw error;
    return { unsuited: 'Its rows do not all fit its heading, or it is not in UTF-8.' };
  } finally {
    await forget(writer, read);
  }
}

/** Drops the tables that files beside it were read into. */
async function forget(writer: Writer, { beside = [] }: BulkRead): Promise<void> {
  for (const name of ['scanned', ...beside.map((_, index) => `beside_${index}`)])
    await writer.run(`drop table if exists temp.${name}`);
}

/** SQL for the columns of a file and of those beside it, in the order of the file. */
async function openAll(
  writer: Writer,
  [path = '', ...pathsBeside]: readonly string[],
  { beside = [], required }: BulkRead,
  { columns }: BulkPlan,
): Promise<string | { readonly unsuited: string }> {
  const prefixes = beside.map(({ name }) => `${name}.`);
  const own = columns.filter((column) => !prefixes.some((prefix) => column.startsWith(prefix)));
  const cells = await openCells(writer, path, { required, columns: own.map((name) => ({ name, as: name })) });
  if (typeof cells !== 'string' || beside.length === 0) return cells;
  await writer.run(`create or replace temp table scanned as ${cells}`);
  const found: { more: string; join: string }[] = [];
  for (const [index, file] of beside.entries()) {
    const { name, key, of } = file;
    const wanted = columns
      .filter((column) => column.startsWith(`${name}.`))
      .map((column) => ({ name: column.slice(name.length + 1), as: column }));
    const more = await openCells(writer, pathsBeside[index] ?? '', {
      required: file.required,
      columns: wanted,
      key,
    });
    if (typeof more !== 'string') return more;
    const table = `beside_${index}`;
    await writer.run(`create or replace temp table ${table} as ${more}`);
    const [several = 0] = await writer.numbers(`select count(key) - count(distinct key) from ${table}`);
    if (several > 0)
      return { unsuited: `${several} rows of “${file.file}” are not the only ones of their key.` };
    found.push({
      more: wanted.map(({ as }) => `, ${table}.${named(as)}`).join(''),
      join: ` left join ${table} on ${table}.key = s.${named(of)}`,
    });
  }
  return `select s.*${found.map(({ more }) => more).join('')} from scanned s${found.map(({ join }) => join).join('')} order by s.rowid`;
}
