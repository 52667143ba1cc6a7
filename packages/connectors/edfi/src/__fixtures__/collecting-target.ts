import { type Checkpoint, type DeleteUnseenOptions, entities, type LoadBatch, type LoadResult, type LoadTarget } from '@collegial/model';

interface Stored {
  readonly record: Record<string, unknown>;
  readonly stream: string;
  readonly run: string;
  /** Complete run that was the first to miss the record since. */
  readonly missedBy?: string;
}

/** A target that keeps everything in memory, to be looked at. */
export class CollectingTarget implements LoadTarget {
  readonly tables = new Map<string, Map<string, Stored>>();
  readonly checkpoints = new Map<string, Checkpoint>();
  /** Called before a batch is written; what it throws leaves the batch unwritten. */
  beforeLoad: () => void = () => undefined;

  async checkpoint(source: string, stream: string) {
    return structuredClone(this.checkpoints.get(`${source}.${stream}`));
  }

  async load(batch: LoadBatch): Promise<LoadResult> {
    this.beforeLoad();
    const table = this.#table(batch.entity);
    const key = entities[batch.entity].key as readonly string[];
    const result = { loaded: 0, unchanged: 0, duplicate: 0, deleted: 0, absent: 0 };
    for (const record of batch.records as unknown as Record<string, unknown>[]) {
      const id = JSON.stringify(key.map((field) => record[field]));
      const before = table.get(id);
      if (before?.run === batch.run) result.duplicate += 1;
      else if (JSON.stringify(before?.record) === JSON.stringify(record)) result.unchanged += 1;
      else result.loaded += 1;
      table.set(id, { record, stream: batch.stream, run: batch.run });
    }
    for (const id of batch.deletedKeys)
      if (table.delete(JSON.stringify(id))) result.deleted += 1;
      else result.absent += 1;
    this.checkpoints.set(`${batch.source}.${batch.stream}`, structuredClone(batch.checkpoint));
    return result;
  }

  async deleteUnseen({ entity, stream, run, maxShare, missedTwice }: DeleteUnseenOptions) {
    const table = this.#table(entity);
    const ofStream = [...table].filter(([, stored]) => stored.stream === stream);
    const unseen = ofStream.filter(([, stored]) => stored.run !== run);
    if (unseen.length > ofStream.length * maxShare) return { refused: 'too many' };
    const first = unseen.filter(([, { missedBy }]) => missedBy === undefined || missedBy === run);
    const kept = missedTwice === true ? first : [];
    for (const [id] of unseen) table.delete(id);
    for (const [id, stored] of kept) table.set(id, { ...stored, missedBy: run });
    return { deleted: unseen.length - kept.length, ...(missedTwice && { kept: kept.length }) };
  }

  async refresh() {}

  records(entity: string): Record<string, unknown>[] {
    return [...(this.tables.get(entity)?.values() ?? [])].map(({ record }) => record);
  }

  /** Everything, in an order that does not depend on how it came. */
  contents(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.tables].map(([entity, table]) => [entity, [...table.values()].map(({ record }) => JSON.stringify(record)).sort()]),
    );
  }

  #table(entity: string): Map<string, Stored> {
    const known = this.tables.get(entity);
    if (known !== undefined) return known;
    const made = new Map<string, Stored>();
    this.tables.set(entity, made);
    return made;
  }
}
