import type { EntityName, EntityRecord, Quarantined } from '@collegial/model';
import { entities } from '@collegial/model';
import { Tally } from './tally.ts';

/** A removal, and how many records had been read when it came. */
interface Removal {
  readonly key: readonly string[];
  readonly after: number;
}

/** What was read since some point: records, removals, what was set aside, and the counts of it. */
export class Segment {
  readonly records: EntityRecord<EntityName>[] = [];
  readonly removals: Removal[] = [];
  readonly quarantined: Quarantined[] = [];
  readonly tally = new Tally();

  get size(): number {
    return this.records.length + this.removals.length + this.quarantined.length;
  }

  remove(key: readonly string[]): void {
    this.removals.push({ key, after: this.records.length });
  }

  /** Takes over what another segment holds, behind what is here. */
  absorb(other: Segment): void {
    const offset = this.records.length;
    for (const { key, after } of other.removals) this.removals.push({ key, after: after + offset });
    for (const record of other.records) this.records.push(record);
    for (const quarantined of other.quarantined) this.quarantined.push(quarantined);
    this.tally.merge(other.tally);
  }

  /**
   * Records and keys to delete for a target that does not know their order: of a record and a removal with the
   * same key, the later one stays, and the other counts as a duplicate.
   */
  resolve(entity: EntityName): {
    records: readonly EntityRecord<EntityName>[];
    deletedKeys: readonly (readonly string[])[];
  } {
    if (this.removals.length === 0) return { records: this.records, deletedKeys: [] };
    const fields = entities[entity].key as readonly string[];
    const latest = new Map(this.removals.map((removal) => [JSON.stringify(removal.key), removal]));
    const records = this.records.filter((record, index) => {
      const key = JSON.stringify(fields.map((field) => String((record as Record<string, unknown>)[field])));
      const removal = latest.get(key);
      if (removal === undefined) return true;
      if (index < removal.after) return false;
      latest.delete(key);
      return true;
    });
    this.tally.add('duplicate', this.records.length - records.length + this.removals.length - latest.size);
    return { records, deletedKeys: [...latest.values()].map((removal) => removal.key) };
  }
}
