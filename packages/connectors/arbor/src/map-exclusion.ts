import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import { type EntityInput, englandExclusionReasonCodes } from '@collegial/model';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { personalIdOf, schoolIdOf } from './arbor-ids.ts';
import type { WireExclusion } from './arbor-schemas.ts';

type Row = z.output<typeof WireExclusion>;
type Context = MapContext<ArborConfig>;
type Kind = EntityInput<'Exclusion'>['kind'];

/** A fixed period exclusion, which is called suspension today. */
export const mapSuspension = (row: Row, context: Context) => mapExclusion('suspension', row, context);

/** A permanent exclusion. */
export const mapPermanentExclusion = (row: Row, context: Context) => mapExclusion('permanent', row, context);

function mapExclusion(kind: Kind, row: Row, context: Context): Mapped<'Exclusion'> {
  const id = personalIdOf(context, 'exclusion', `${kind}/${row.id}`);
  if (row.gone) return remove(id);
  if (row.student === undefined) return reject('An exclusion names no student.', { field: 'student' });
  const startsOn = row.fromDate ?? row.fromDatetime?.slice(0, 10);
  if (startsOn === undefined) return reject('An exclusion has no first day.', { field: 'fromDatetime' });
  const reasons = [...new Set(row.reasons)].slice(0, 3);
  for (const reason of reasons)
    if (englandExclusionReasonCodes.lookup(reason, startsOn) === undefined)
      context.unmapped('exclusionReason', reason);
  return {
    id,
    studentId: personalIdOf(context, 'student', row.student),
    organisationId: schoolIdOf(context),
    kind,
    startsOn,
    endsOn: row.untilDatetime?.slice(0, 10) ?? null,
    sessions: sessionsOf(row),
    reasons,
  };
}

/** Half days that count in statistics; where they are not given, the sessions as the school counts them. */
function sessionsOf({
  statisticalDaysExcluded: days,
  schoolDefinedSessionsExcluded: sessions,
}: Row): number | null {
  const counted = days === undefined ? sessions : days * 2;
  return counted !== undefined && counted >= 0 && counted < 10_000 ? counted : null;
}
