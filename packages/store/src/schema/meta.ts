import type { Writer } from '../database/writer.ts';

/** What the store knows about itself. */
export type MetaName =
  | 'schema-version'
  | 'layout-hash'
  | 'views-hash'
  | 'grades-hash'
  | 'codes-hash'
  | 'engine-version'
  | 'record-key-salt'
  | 'tenant'
  | 'key-fingerprint'
  // `yes` while some roll-ups count sessions that nobody marked, see count-silence.ts.
  | 'silence-counted'
  | 'created';

/** Every entry of the store's own description. */
export async function readMeta(writer: Writer): Promise<Map<MetaName, string>> {
  const rows = await writer.rows('select name, value from bookkeeping.meta');
  return new Map(rows.map(([name, value]) => [name as MetaName, value as string]));
}

/** Sets one entry. */
export async function writeMeta(writer: Writer, name: MetaName, value: string): Promise<void> {
  await writer.run('delete from bookkeeping.meta where name = $name', { name });
  await writer.run('insert into bookkeeping.meta values ($name, $value)', { name, value });
}
