import {
  type Checkpoint,
  CollegialError,
  type DeleteUnseenOptions,
  type EntityName,
  entities,
  type LoadBatch,
  type LoadResult,
  type LoadTarget,
  type Quarantined,
} from '@collegial/model';
import { writeCanonical } from './write-canonical.ts';

interface Stored {
  readonly json: string;
  /** Run that met the record last. */
  readonly run: string;
}

/** The run that met a key last, and the complete run that was the first to miss it since. */
interface Met {
  readonly run: string;
  readonly missedBy?: string;
}

/**
 * A target in memory, for tests: it keeps the promises of `LoadTarget` as the store does – idempotent by source, entity and key, a batch whole or
 * not at all – and is made and compared in no time.
 */
export class MemoryTarget implements LoadTarget {
  readonly #records = new Map<string, Map<string, Stored>>();
  readonly #checkpoints = new Map<string, Checkpoint>();
  /** By source and stream: what is known of each key. */
  readonly #seen = new Map<string, { entity: EntityName; source: string; keys: Map<string, Met> }>();
  readonly quarantined: Quarantined[] = [];
  #fingerprint: string | undefined;

  async checkpoint(source: string, stream: string): Promise<Checkpoint | undefined> {
    const found = this.#checkpoints.get(`${source}/${stream}`);
    return found === undefined ? undefined : structuredClone(found);
  }

  async load<Name extends EntityName>(batch: LoadBatch<Name>): Promise<LoadResult> {
    const { keyFingerprint, entity, source, run } = batch;
    if (keyFingerprint !== undefined && (this.#fingerprint ?? keyFingerprint) !== keyFingerprint)
      throw new CollegialError({ code: 'identity.key-changed', message: 'The batch has another key.' });
    const fields = entities[entity].key as readonly string[];
    const keys = batch.records.map((record) =>
      JSON.stringify(fields.map((field) => String((record as Record<string, unknown>)[field]))),
    );
    const removed = batch.deletedKeys.map((key) => JSON.stringify(key));
    const loaded = new Set(keys);
    if (removed.some((key) => loaded.has(key)))
      throw new CollegialError({ code: 'argument.invalid', message: 'A key is both loaded and deleted.' });
    // What can fail is done before anything is written.
    const checkpoint = JSON.parse(JSON.stringify(batch.checkpoint)) as Checkpoint;
    const written = batch.records.map((record) => writeCanonical(record));
    this.#fingerprint ??= keyFingerprint;
    const table = this.#table(source, entity);
    const result = { loaded: 0, unchanged: 0, duplicate: 0, deleted: 0, absent: 0 };
    for (const [index, key] of keys.entries()) {
      const json = written[index] as string;
      const before = table.get(key);
      if (before?.run === run) result.duplicate += 1;
      else if (before?.json === json) result.unchanged += 1;
      else result.loaded += 1;
      table.set(key, { json, run });
      if (batch.trackSeen === true) this.#note(batch as unknown as LoadBatch, key);
    }
    for (const key of removed) {
      if (table.delete(key)) result.deleted += 1;
      else result.absent += 1;
      this.#seen.get(`${source}/${batch.stream}`)?.keys.delete(key);
    }
    const counts: Record<string, number> = { ...checkpoint.counts };
    for (const [name, count] of Object.entries(result)) counts[name] = (counts[name] ?? 0) + count;
    this.#checkpoints.set(`${source}/${batch.stream}`, { ...checkpoint, counts });
    this.quarantined.push(...batch.quarantined);
    return result;
  }

  async deleteUnseen({ source, stream, entity, run, maxShare, missedTwice }: DeleteUnseenOptions) {
    const own = this.#seen.get(`${source}/${stream}`);
    if (own === undefined) return { deleted: 0, ...(missedTwice && { kept: 0 }) };
    const others = [...this.#seen].filter(
      ([name, seen]) => name !== `${source}/${stream}` && seen.source === source && seen.entity === entity,
    );
    const unseen = [...own.keys].filter(
      ([key, met]) => met.run !== run && !others.some(([, { keys }]) => keys.has(key)),
    );
    if (unseen.length > own.keys.size * maxShare)
      return { refused: `${unseen.length} of ${own.keys.size} records would be removed.` };
    const table = this.#table(source, entity);
    let deleted = 0;
    const first = unseen.filter(([, { missedBy }]) => missedBy === undefined || missedBy === run);
    const kept = missedTwice === true ? first : [];
    const keeps = new Set(kept.map(([key]) => key));
    for (const [key] of unseen) if (!keeps.has(key) && table.delete(key)) deleted += 1;
    for (const [key, met] of [...own.keys]) if (met.run !== run) own.keys.delete(key);
    for (const [key, met] of kept) own.keys.set(key, { ...met, missedBy: run });
    return { deleted, ...(missedTwice && { kept: kept.length }) };
  }

  async refresh(): Promise<void> {}

  /** Records as canonical JSON by `source/entity/key`, in order of that name. */
  contents(): Map<string, string> {
    const all = [...this.#records].flatMap(([name, table]) =>
      [...table].map(([key, { json }]) => [`${name}/${key}`, json] as const),
    );
    return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Number of records of an entity, of all sources. */
  count(entity: EntityName): number {
    const tables = [...this.#records].filter(([name]) => name.endsWith(`/${entity}`));
    return tables.reduce((sum, [, table]) => sum + table.size, 0);
  }

  /** All that is kept, as one text to search. */
  everything(): string {
    return JSON.stringify([[...this.contents()], [...this.#checkpoints], this.quarantined]);
  }

  #note({ source, stream, entity, run }: LoadBatch, key: string): void {
    const name = `${source}/${stream}`;
    const seen = this.#seen.get(name) ?? { entity, source, keys: new Map<string, Met>() };
    this.#seen.set(name, seen);
    seen.keys.set(key, { run });
  }

  #table(source: string, entity: EntityName): Map<string, Stored> {
    const name = `${source}/${entity}`;
    const table = this.#records.get(name) ?? new Map<string, Stored>();
    this.#records.set(name, table);
    return table;
  }
}
