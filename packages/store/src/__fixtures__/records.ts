import type { EntityInput, EntityName, EntityRecord, LoadBatch } from '@collegial/model';
import { entities } from '@collegial/model';

/** Records as sync hands them over: checked, with every field present. */
export function records<Name extends EntityName>(
  entity: Name,
  inputs: readonly EntityInput<Name>[],
): EntityRecord<Name>[] {
  return inputs.map((input) => entities[entity].schema.parse(input) as EntityRecord<Name>);
}

/** A batch of one stream, named after its entity. */
export function batch<Name extends EntityName>(
  entity: Name,
  inputs: readonly EntityInput<Name>[],
  options: Partial<LoadBatch<Name>> = {},
): LoadBatch<Name> {
  const run = options.run ?? 'run-1';
  return {
    source: 'mis',
    stream: entities[entity].table,
    entity,
    run,
    records: records(entity, inputs),
    deletedKeys: [],
    quarantined: [],
    checkpoint: { cursor: null, cursorVersion: 1, run, complete: false, counts: {} },
    ...options,
  };
}

/** A mark with only what matters to a test. */
export function mark(
  enrolmentId: string,
  date: string,
  session: 'AM' | 'PM',
  code: string,
  more: Partial<EntityInput<'AttendanceMark'>> = {},
): EntityInput<'AttendanceMark'> {
  return { enrolmentId, organisationId: 'urn:1', date, session, code, ...more };
}
