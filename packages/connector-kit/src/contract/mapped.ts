import type { EntityInput, EntityName, ErrorCode } from '@collegial/model';

const outcome = Symbol.for('collegial.connector.outcome');

/** A row, or part of one, that cannot be used: it is set aside with its place and reason, and counted. */
export interface Rejected {
  readonly [outcome]: 'rejected';
  readonly code: ErrorCode;
  /** What is wrong, without the value. */
  readonly reason: string;
  /** Field of the row. */
  readonly field?: string;
}

/** A row that holds nothing for this stream, for a reason that is not a fault: it is counted apart. */
export interface Skipped {
  readonly [outcome]: 'skipped';
  readonly reason: string;
}

/** A record that the source says is gone. */
export interface Removed {
  readonly [outcome]: 'removed';
  /** Values of the entity's key fields, in order. */
  readonly key: readonly string[];
}

/** What a row can become. */
export type Mapped<Name extends EntityName> = EntityInput<Name> | Rejected | Skipped | Removed;

/** Sets a row, or one part of it, aside. */
export function reject(reason: string, options: { field?: string; code?: ErrorCode } = {}): Rejected {
  return {
    [outcome]: 'rejected',
    code: options.code ?? 'record.invalid',
    reason,
    ...(options.field === undefined ? {} : { field: options.field }),
  };
}

/** Passes over a row that holds nothing for this stream, for example a national total in a file of schools. */
export function skip(reason: string): Skipped {
  return { [outcome]: 'skipped', reason };
}

/** Says that the record with this key is gone. */
export function remove(...key: readonly string[]): Removed {
  return { [outcome]: 'removed', key };
}

/** `rejected`, `skipped` or `removed` for an outcome made by this module; `undefined` for a record. */
export function outcomeOf(value: object): 'rejected' | 'skipped' | 'removed' | undefined {
  return (value as Partial<Rejected | Skipped | Removed>)[outcome];
}
