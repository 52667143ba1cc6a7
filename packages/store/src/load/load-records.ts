import type { EntityName } from '@collegial/model';
import type { StoredTable } from '@collegial/query';
import type { Writer } from '../database/writer.ts';
import type { KnownSources } from './known-sources.ts';
import { mergeIncoming, type Written } from './merge-incoming.ts';
import type { DistinctRecords } from './record-identity.ts';
import { recordKey } from './record-key.ts';
import { stageRecords } from './stage-records.ts';

/** Records of one entity from one source in one run. */
export interface RecordBatch {
  readonly source: string;
  readonly run: string;
  readonly entity: EntityName;
  readonly records: readonly object[];
  /** Keys that this run is known to have met already; see `seen.ts`. */
  readonly met: ReadonlySet<string>;
  /** True when the table is known to have none of the keys. */
  readonly allNew?: boolean;
}

/**
 * Writes records of any entity but attendance marks; the caller holds the transaction.
 *
 * @param distinct the records, of each key the last
 */
export async function loadRecords(
  writer: Writer,
  table: StoredTable,
  { source, run, entity, records, met, allNew = false }: RecordBatch,
  distinct: DistinctRecords,
  { salt, sources }: { readonly salt: string; readonly sources: KnownSources },
): Promise<Written> {
  const layout = table.layout;
  if (layout === undefined || records.length === 0) return { loaded: 0, unchanged: 0, duplicate: 0 };
  const { records: latest, identities } = distinct;
  const extra = [{ name: 'met', type: 'BOOLEAN', values: identities.map((identity) => met.has(identity)) }];
  const keyed = entity === 'Student' ? [recordKeys(latest, salt)] : [];
  await stageRecords(writer, layout.columns, latest, [...keyed, ...extra]);

  const staged = 'select *, rowid as row_no from incoming';
  const incoming = { source, run, records: staged, count: latest.length, allNew };
  const merged = await mergeIncoming(writer, table, incoming, sources);
  return { ...merged, duplicate: merged.duplicate + records.length - latest.length };
}

function recordKeys(students: readonly object[], salt: string) {
  const values = (students as { id: string; linkKey: string | null }[]).map(({ id, linkKey }) =>
    recordKey(salt, linkKey ?? id),
  );
  return { name: 'record_key', type: 'UINTEGER', values };
}
