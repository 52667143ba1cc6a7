import {
  type Checkpoint,
  entities,
  type LoadBatch,
  type LoadResult,
  type LoadTarget,
} from '@collegial/model';

type Row = Record<string, unknown>;

/** A target that keeps everything in memory, to be looked at. */
export class CollectingTarget implements LoadTarget {
  readonly tables = new Map<string, Map<string, Row>>();
  readonly checkpoints = new Map<string, Checkpoint>();
  /** Called before a batch is written; what it throws leaves the batch unwritten. */
  beforeLoad: () => void = () => undefined;

  async checkpoint(source: string, stream: string) {
    return structuredClone(this.checkpoints.get(`${source}.${stream}`));
  }

  async load(batch: LoadBatch): Promise<LoadResult> {
    this.beforeLoad();
    const table = this.tables.get(batch.entity) ?? new Map<string, Row>();
    this.tables.set(batch.entity, table);
    const key = entities[batch.entity].key as readonly string[];
    const result = { loaded: 0, unchanged: 0, duplicate: 0, deleted: 0, absent: 0 };
    for (const record of batch.records as unknown as Row[]) {
      const id = JSON.stringify(key.map((field) => record[field]));
      if (JSON.stringify(table.get(id)) === JSON.stringify(record)) result.unchanged += 1;
      else result.loaded += 1;
      table.set(id, record);
    }
    for (const id of batch.deletedKeys) {
      if (table.delete(JSON.stringify(id))) result.deleted += 1;
      else result.absent += 1;
    }
    this.checkpoints.set(`${batch.source}.${batch.stream}`, structuredClone(batch.checkpoint));
    return result;
  }

  async deleteUnseen(): Promise<never> {
    throw new Error('no stream of this connector is a snapshot');
  }

  async refresh() {}

  rows(entity: string): Row[] {
    return [...(this.tables.get(entity)?.values() ?? [])];
  }

  /** Everything, in an order that does not depend on how it came. */
  contents(): Record<string, string[]> {
    return Object.fromEntries(
      [...this.tables]
        .sort()
        .map(([entity, table]) => [entity, [...table.values()].map((row) => JSON.stringify(row)).sort()]),
    );
  }
}
