import { defineConnector, type Rejected, reject, stream } from '@collegial/connector-kit';
import { ActivitiesConfig } from './activities-config.ts';
import { AnyRow, type Unreadable } from './activities-schemas.ts';
import { mapActivity } from './map-activity.ts';
import { mapConfirmation } from './map-confirmation.ts';
import { mapParticipation } from './map-participation.ts';
import { readActivityRows, readConfirmationRows } from './read-sheets.ts';

const define = stream<ActivitiesConfig>();

function putAside({ unreadable, code, field }: Unreadable): Rejected {
  return reject(unreadable, { code, ...(field === undefined ? {} : { field }) });
}

/**
 * Recorded collaboration from two CSV files that a coordinator keeps: one with a row for each activity and school, one with
 * what partner schools say of it. A row removed from a file is removed from the store.
 *
 * @example
 * ```ts
 * import { activities } from '@collegial/connector-activities';
 *
 * const source = activities({ activities: './activities.csv', confirmations: './confirmations.csv' });
 * source.name; // 'activities'
 * ```
 */
export const activities = defineConnector({
  id: 'activities',
  specVersion: 2,
  title: 'Recorded collaboration (CSV)',
  about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] },
  config: ActivitiesConfig,
  streams: {
    activities: define({
      entity: 'Activity',
      title: 'Activities between schools',
      deletes: 'snapshot-diff',
      wire: AnyRow,
      read: readActivityRows,
      map: (row, context) => ('unreadable' in row ? putAside(row) : mapActivity(row, context)),
    }),
    participations: define({
      entity: 'Participation',
      title: 'The part of each school in an activity',
      deletes: 'snapshot-diff',
      wire: AnyRow,
      read: readActivityRows,
      map: (row, context) => ('unreadable' in row ? putAside(row) : mapParticipation(row, context)),
    }),
    confirmations: define({
      entity: 'Confirmation',
      title: 'What partner schools say of an activity',
      deletes: 'snapshot-diff',
      wire: AnyRow,
      read: readConfirmationRows,
      map: (row, context) => ('unreadable' in row ? putAside(row) : mapConfirmation(row, context)),
    }),
  },
});
