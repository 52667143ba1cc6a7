import { type Mapped, outcomeOf, remove, skip } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import { type BundleRow, type OneRosterCsvContext, standingOf } from './bundle-row.ts';

/** How rows of a table become records. */
export interface RowMap<Entity extends EntityName, Wire extends object> {
  /** The row as the object that `map` takes. */
  readonly wire: (row: BundleRow, context: OneRosterCsvContext) => Wire;
  readonly map: (wire: Wire, context: OneRosterCsvContext) => Mapped<Entity> | readonly Mapped<Entity>[];
  /** Why a row can be passed over at a glance. */
  readonly passOver?: (row: BundleRow, context: OneRosterCsvContext) => string | undefined;
  /** True when `map` itself says of a deleted row which records are gone; otherwise they are those that it would hold if it were there. */
  readonly removes: boolean;
}

/** Turns a row into records, or says that they are gone. */
export function mapRow<Entity extends EntityName, Wire extends object>(
  { wire, map, passOver, removes }: RowMap<Entity, Wire>,
  row: BundleRow,
  context: OneRosterCsvContext,
): Mapped<Entity> | readonly Mapped<Entity>[] {
  const standing = standingOf(row, context);
  if (typeof standing !== 'string') return standing;
  if (standing === 'gone') {
    const object = wire(row, context);
    if (removes) return map({ ...object, status: 'tobedeleted' }, context);
    return removalsOf(map(object, context));
  }
  // Among changes a row without a record may have held one before, which the map removes.
  if (passOver !== undefined && !row.joined.reading.delta) {
    const reason = passOver(row, context);
    if (reason !== undefined) return skip(reason);
  }
  return map(wire(row, context), context);
}

function removalsOf<Entity extends EntityName>(
  mapped: Mapped<Entity> | readonly Mapped<Entity>[],
): Mapped<Entity>[] {
  const records = (Array.isArray(mapped) ? mapped : [mapped]) as readonly Mapped<Entity>[];
  const removals = records.flatMap((one) =>
    outcomeOf(one) === undefined && 'id' in one ? [remove(one.id as string)] : [],
  );
  return removals.length === 0 ? [skip('a row that is gone and held no record')] : removals;
}
