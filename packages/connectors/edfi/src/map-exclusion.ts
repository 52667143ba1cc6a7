import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import type * as z from 'zod';
import { descriptorValue, readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { personalId } from './edfi-ids.ts';
import type { WireDisciplineAction } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/**
 * A discipline action that keeps a student out of school: out-of-school suspension and expulsion, by the descriptor. Other discipline is left out. The
 * length is in days, of two sessions each; the day on which it ends is not given.
 */
export function mapExclusion(
  row: Row<z.output<typeof WireDisciplineAction>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Exclusion'> {
  const { guid = '', student, organisationId } = row.collegial;
  const id = personalId(context, 'exclusion', guid);
  const meanings = new Set(
    row.disciplines.map(({ disciplineDescriptor }) =>
      readDescriptor('Discipline', disciplineDescriptor, context),
    ),
  );
  const kind = meanings.has('permanent')
    ? 'permanent'
    : meanings.has('suspension')
      ? 'suspension'
      : undefined;
  // What was a suspension before, and was made something else, is none any more.
  if (kind === undefined) return remove(id);
  if (student === undefined)
    return reject('The student is not among those that can be read.', { field: 'studentReference' });
  if (organisationId === undefined)
    return reject('The school is not among those that can be read.', {
      field: 'responsibilitySchoolReference',
    });
  const length = row.actualDisciplineActionLength ?? row.disciplineActionLength;
  const reasons = (row.studentDisciplineIncidentBehaviorAssociations ?? []).map((association) =>
    descriptorValue(association.studentDisciplineIncidentBehaviorAssociationReference.behaviorDescriptor),
  );
  return {
    id,
    studentId: personalId(context, 'student', student),
    organisationId,
    kind,
    startsOn: row.disciplineDate,
    sessions: length === undefined || length < 0 ? null : Math.round(length * 20_000) / 10_000,
    reasons: [...new Set(reasons)].slice(0, 3),
  };
}
