import { defineConnector, type Rejected, reject, skip, stream } from '@collegial/connector-kit';
import { ActivitiesConfig } from './activities-config.ts';
import { AnyRow, type Unreadable } from './activities-schemas.ts';
import { mapActivity } from './map-activity.ts';
import { mapConfirmation } from './map-confirmation.ts';
import { mapEventActivities, mapEventParts } from './map-event.ts';
import { mapParticipation } from './map-participation.ts';
import { mapRecordedActivity, mapRecordedParts, mapSaid } from './map-recorded.ts';
import { readActivities, readWords } from './read-inputs.ts';

const define = stream<ActivitiesConfig>();

function putAside({ unreadable, code, field }: Unreadable): Rejected {
  return reject(unreadable, { code, ...(field === undefined ? {} : { field }) });
}

/**
 * Recorded collaboration: from two CSV files that a coordinator keeps, from calendars with a mapping, and from the inbox in which schools record and
 * confirm. What is removed from a file is removed from the store.
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
  title: 'Recorded collaboration (CSV, iCalendar, inbox)',
  about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] },
  config: ActivitiesConfig,
  streams: {
    activities: define({
      entity: 'Activity',
      title: 'Activities between schools',
      deletes: 'snapshot-diff',
      wire: AnyRow,
      read: readActivities,
      map(row, context) {
        if ('unreadable' in row) return putAside(row);
        if ('event' in row) return mapEventActivities(row);
        if ('recorded' in row) return mapRecordedActivity(row, context.config);
        return 'said' in row ? skip('the word of a school') : mapActivity(row, context);
      },
    }),
    participations: define({
      entity: 'Participation',
      title: 'The part of each school in an activity',
      deletes: 'snapshot-diff',
      wire: AnyRow,
      read: readActivities,
      map(row, context) {
        if ('unreadable' in row) return putAside(row);
        if ('event' in row) return mapEventParts(row);
        if ('recorded' in row) return mapRecordedParts(row, context.config);
        return 'said' in row ? skip('the word of a school') : mapParticipation(row, context);
      },
    }),
    confirmations: define({
      entity: 'Confirmation',
      title: 'What partner schools say of an activity',
      deletes: 'snapshot-diff',
      wire: AnyRow,
      read: readWords,
      map(row, context) {
        if ('unreadable' in row) return putAside(row);
        if ('said' in row) return mapSaid(row);
        return 'cells' in row ? mapConfirmation(row, context) : skip('the description of an activity');
      },
    }),
  },
});
