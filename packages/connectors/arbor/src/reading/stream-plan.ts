import type { ArborConfig } from '../arbor-config.ts';
import type { Lookups } from './lookups.ts';
import type { PlainRow } from './plain-row.ts';
import type { ResourceName } from './resource.ts';

/** A resource that a stream's records are completed with. */
export interface Dependency {
  readonly resource: ResourceName;
  /** Properties that are used. */
  readonly fields: readonly string[];
  /**
   * How to get from a changed record to the stream's own: `property` of it names a record of `of`, and records of the stream name that one in
   * `from`; `self` stands for the record's own id. Absent: when a record has changed, the stream is read whole.
   */
  readonly follow?: { readonly property: string; readonly of: ResourceName; readonly from: string };
}

/** How a stream is read. */
export interface StreamPlan {
  readonly resource: ResourceName;
  readonly depends: readonly Dependency[];
  /** Filter of the list. */
  readonly search?: (config: ArborConfig) => Readonly<Record<string, string | undefined>>;
  /**
   * Completes a record with what it refers to; what it adds is under names of its own.
   */
  readonly complete: (row: PlainRow, look: Lookups) => Promise<Readonly<Record<string, unknown>>>;
  /** True when the key of a record that is gone needs what completes it, as far as the log still says what it was. */
  readonly completeGone?: true;
}
