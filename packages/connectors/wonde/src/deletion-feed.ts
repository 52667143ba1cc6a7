import { type Mapped, remove, type Skipped, skip } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import { dayOrNothing } from './php-date.ts';
import type { Part } from './read-schools.ts';
import type { RowOrigin } from './wonde-schemas.ts';

/**
 * Types of the feed of deletions. `student` is seen in public clients; the others follow its form and are not verified.
 */
export type DeletionType = 'student' | 'employee' | 'class' | 'subject' | 'exclusion' | 'result';

/**
 * The feed of deletions of one type, as the part that a stream reads first: what it lists as gone and the stream then
 * meets as a record – a student who moved to the leavers – is there again afterwards.
 */
export function deletionsOf(type: DeletionType): Part {
  return { path: 'deletions', search: { type }, deletion: true };
}

interface DeletableRow {
  readonly ofSchool: RowOrigin;
  readonly id: string;
  readonly type?: unknown;
  readonly deleted_at?: unknown;
  readonly restored_at?: unknown;
}

/**
 * A mapping that also takes the rows of the feed of deletions.
 *
 * @param type type of the feed that the stream reads
 * @param keysOf ids of the records that the deleted row had become
 * @param map mapping of a row that is a record
 */
export function withDeletions<Row extends DeletableRow, Entity extends EntityName, Context>(
  type: DeletionType,
  keysOf: (row: Row, context: Context) => readonly string[],
  map: (row: Row, context: Context) => Mapped<Entity> | readonly Mapped<Entity>[],
): (row: Row, context: Context) => Mapped<Entity> | readonly Mapped<Entity>[] {
  return (row, context) => {
    if (!row.ofSchool.deletion) return map(row, context);
    return notDeleted(row, type) ?? keysOf(row, context).map((key) => remove(key));
  };
}

function notDeleted(row: DeletableRow, type: DeletionType): Skipped | undefined {
  if (typeof row.type === 'string' && row.type !== '' && row.type !== type)
    return skip('deletion of another type');
  return wasRestored(row) ? skip('deletion that was taken back') : undefined;
}

/** A row can be deleted, restored and deleted again: the later one counts. */
function wasRestored({ deleted_at, restored_at }: DeletableRow): boolean {
  if (dayOrNothing(restored_at) === undefined) return false;
  return writtenAs(deleted_at) <= writtenAs(restored_at);
}

function writtenAs(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (value as { date?: unknown }).date : value;
  return typeof text === 'string' ? text.replace('T', ' ') : '';
}
