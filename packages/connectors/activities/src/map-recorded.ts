import { type Mapped, reject, remove, skip } from '@collegial/connector-kit';
import type { ActivitiesConfig } from './activities-config.ts';
import type { RecordedRow, SaidRow } from './activities-schemas.ts';
import { asRejection } from './map-activity.ts';
import { readKind } from './read-names.ts';
import type { Fault } from './read-values.ts';

/** Why an activity of the inbox cannot be loaded, if it cannot: its kind or a school is not in the configuration. */
export function faultOfRecorded(
  { recorded, standing }: RecordedRow,
  config: ActivitiesConfig,
): Fault | undefined {
  if (!standing) return { field: 'activity', reason: 'it was corrected later' };
  const kind = readKind(recorded.activity.kind, config);
  return kind.fault;
}

/** An activity that a school recorded in the inbox. */
export function mapRecordedActivity(row: RecordedRow, config: ActivitiesConfig): Mapped<'Activity'> {
  if (!row.standing) return skip('it was corrected later');
  const fault = faultOfRecorded(row, config);
  return fault === undefined ? row.recorded.activity : reject(...asRejection(fault));
}

/** The parts of schools in an activity of the inbox. */
export function mapRecordedParts(
  row: RecordedRow,
  config: ActivitiesConfig,
): readonly Mapped<'Participation'>[] {
  // What a correction takes out is gone for certain, whatever else was met or not.
  if (!row.standing) return [...row.gone.map((id) => remove(id)), skip('it was corrected later')];
  const fault = faultOfRecorded(row, config);
  if (fault !== undefined)
    return [reject(`the activity cannot be loaded: ${fault.reason}`, { field: fault.field })];
  return row.recorded.participations.map((part, index) =>
    config.schools.length === 0 || config.schools.includes(part.organisationId)
      ? part
      : reject('this school is not among the schools of the configuration', {
          field: `participations.${index}.organisationId`,
        }),
  );
}

/** What a school said in the inbox. */
export function mapSaid({ said, standing, gone, activityKnown }: SaidRow): Mapped<'Confirmation'> {
  if (gone) return remove(said.confirmation.id);
  if (!standing) return skip('the school has said something else since');
  if (activityKnown !== true)
    return reject('no activity that was loaded has this id', { field: 'confirmation.activityId' });
  return said.confirmation;
}
