import { type MapContext, type Rejected, reject, type Skipped, skip } from '@collegial/connector-kit';
import type { Reading } from '@collegial/connector-oneroster/mapping';
import type { TableValues } from './bundle/read-table.ts';
import { statusOf } from './bundle/row-status.ts';
import type { OneRosterCsvConfig } from './oneroster-csv-config.ts';
import { text } from './wire/cell.ts';
import type { UserJoins } from './wire/user-of.ts';

/** What maps get. */
export type OneRosterCsvContext = MapContext<OneRosterCsvConfig>;

/** What other tables say about a row. */
export interface RowJoins {
  readonly reading: Reading;
  readonly user?: UserJoins;
  /** What the row refers to and no bundle states: the record cannot be made without loss. */
  readonly unstated?: string | undefined;
}

/** A row of a bundle. */
export interface BundleRow {
  readonly values: TableValues;
  readonly processing: 'bulk' | 'delta';
  /** True when a newer bundle states this record: the row decides nothing. */
  readonly superseded: boolean;
  readonly joined: RowJoins;
}

/** Whether a row states a record, or that it is gone; or why it is passed over or set aside. */
export function standingOf(
  { values, processing, superseded, joined }: BundleRow,
  context: Pick<OneRosterCsvContext, 'drift'>,
): 'active' | 'gone' | Skipped | Rejected {
  if (superseded) return skip('a newer bundle states this record');
  if (text(values.sourcedId) === undefined)
    return reject('The row has no sourcedId.', { field: 'sourcedId' });
  const status = statusOf(values, processing, context.drift);
  if (status === 'active' && joined.unstated !== undefined)
    return skip(
      `a change whose ${joined.unstated} no bundle states; give the bundles before it as “earlier”`,
    );
  return status;
}
