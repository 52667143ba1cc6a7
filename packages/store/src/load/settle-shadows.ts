import type { StoredTable } from '@collegial/query';
import type { Writer } from '../database/writer.ts';

/**
 * Decides, for the keys in a temporary table, which source's row the views show: the one with most fields known, then the
 * source whose name comes last. Needed only when a table has rows of several sources.
 *
 * @param keys table, or query in brackets, with the key columns
 */
export async function settleShadows(writer: Writer, table: StoredTable, keys: string): Promise<void> {
  if (table.layout === undefined) return;
  const key = table.layout.key.map((name) => `"${name}"`);
  const same = (left: string, right: string) =>
    key.map((name) => `${left}.${name} = ${right}.${name}`).join(' and ');
  const known = table.layout.columns
    .filter(({ nullable }) => nullable)
    .map(({ name }) => `(t."${name}" is not null)::integer`);
  const rank = `lpad(cast(${['0', ...known].join(' + ')} as varchar), 3, '0') || t.source_id`;
  await writer.run(
    `create or replace temp table contested as
      select ${key.map((name) => `t.${name}`).join(', ')}, max(${rank}) as best
      from data.${table.name} t semi join ${keys} k on ${same('t', 'k')}
      group by all`,
  );
  await writer.run(
    `update data.${table.name} t set shadowed = (${rank} <> c.best)
      from contested c where ${same('t', 'c')} and t.shadowed <> (${rank} <> c.best)`,
  );
}
