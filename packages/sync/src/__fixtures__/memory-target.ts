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

interface Stored {
  readonly json: string;
  readonly stream: string;
  /** Run that met the record last. */
  readonly run: string;
  /** Complete run that was the first to miss the record since. */
  readonly missedBy?: string;
}

/** A target in memory for tests: idempotent by source, entity and key; atomic; and able to fail on purpose. */
export class MemoryTarget implements LoadTarget {
  readonly #records = new Map<string, Map<string, Stored>>();
  readonly #checkpoints = new Map<string, Checkpoint>();
  readonly quarantined: Quarantined[] = [];
  /** Records of each batch, in the order in which they came. */
  readonly batches: LoadBatch[] = [];
  refreshed = 0;
  /** Called before a batch is written; what it throws fails the batch whole. */
  beforeLoad: (batch: LoadBatch) => void | Promise<void> = () => undefined;

  async checkpoint(source: string, stream: string): Promise<Checkpoint | undefined> {
    const found = this.#checkpoints.get(`${source}.${stream}`);
    return found === undefined ? undefined : structuredClone(found);
  }

  async load<Name extends EntityName>(batch: LoadBatch<Name>): Promise<LoadResult> {
    await this.beforeLoad(batch as unknown as LoadBatch);
    const table = this.#table(batch.source, batch.entity);
    const fields = entities[batch.entity].key as readonly string[];
    const result = { loaded: 0, unchanged: 0, duplicate: 0, deleted: 0, absent: 0 };
    const keys = batch.records.map((record) =>
      JSON.stringify(fields.map((field) => String((record as Record<string, unknown>)[field]))),
    );
    const removed = batch.deletedKeys.map((key) => JSON.stringify(key));
    if (removed.some((key) => keys.includes(key)))
      throw new CollegialError({ code: 'argument.invalid', message: 'A key is both loaded and deleted.' });
    for (const [index, record] of batch.records.entries()) {
      const key = keys[index] as string;
      const json = JSON.stringify(record);
      const before = table.get(key);
      if (before?.run === batch.run) result.duplicate += 1;
      else if (before?.json === json) result.unchanged += 1;
      else result.loaded += 1;
      table.set(key, { json, stream: batch.stream, run: batch.run });
    }
    for (const key of removed) {
      if (table.delete(key)) result.deleted += 1;
      else result.absent += 1;
    }
    const counts: Record<string, number> = { ...batch.checkpoint.counts };
    for (const [name, count] of Object.entries(result)) counts[name] = (counts[name] ?? 0) + count;
    this.#checkpoints.set(
      `${batch.source}.${batch.stream}`,
      structuredClone({ ...batch.checkpoint, counts }),
    );
    this.quarantined.push(...batch.quarantined);
    this.batches.push(batch as unknown as LoadBatch);
    return result;
  }

  async deleteUnseen({ source, stream, entity, run, maxShare, missedTwice }: DeleteUnseenOptions) {
    const table = this.#table(source, entity);
    const own = [...table].filter(([, stored]) => stored.stream === stream);
    const unseen = own.filter(([, stored]) => stored.run !== run);
    if (unseen.length > own.length * maxShare)
      return { refused: `${unseen.length} of ${own.length} records would be removed.` };
    const first = unseen.filter(([, { missedBy }]) => missedBy === undefined || missedBy === run);
    const kept = missedTwice === true ? first : [];
    for (const [key] of unseen) table.delete(key);
    for (const [key, stored] of kept) table.set(key, { ...stored, missedBy: run });
    return { deleted: unseen.length - kept.length, ...(missedTwice && { kept: kept.length }) };
  }

  async refresh(): Promise<void> {
    this.refreshed += 1;
  }

  /** Everything stored for an entity of a source, as JSON in order of key. */
  contents(source: string, entity: EntityName): string[] {
    return [...this.#table(source, entity)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { json }]) => json);
  }

  #table(source: string, entity: EntityName): Map<string, Stored> {
    const name = `${source}.${entity}`;
    const table = this.#records.get(name) ?? new Map<string, Stored>();
    this.#records.set(name, table);
    return table;
  }
}
