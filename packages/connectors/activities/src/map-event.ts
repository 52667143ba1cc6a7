import { type Mapped, reject, remove, skip } from '@collegial/connector-kit';
import type { EntityName } from '@collegial/model';
import type { EventRow } from './activities-schemas.ts';
import { asRejection } from './map-activity.ts';

/** The activities of an event, and those that were called off. */
export function mapEventActivities({ event }: EventRow): readonly Mapped<'Activity'>[] {
  return [...event.activities, ...outcomes<'Activity'>(event, event.gone.activities)];
}

/** The parts of schools in the activities of an event, and those that were called off. */
export function mapEventParts({ event }: EventRow): readonly Mapped<'Participation'>[] {
  return [...event.participations, ...outcomes<'Participation'>(event, event.gone.participations)];
}

function outcomes<Name extends EntityName>(
  event: EventRow['event'],
  gone: readonly string[],
): readonly Mapped<Name>[] {
  return [
    ...gone.map((id) => remove(id)),
    ...event.faults.map((fault) => reject(...asRejection(fault))),
    ...(event.skip === undefined ? [] : [skip(event.skip)]),
  ];
}
