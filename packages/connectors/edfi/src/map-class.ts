import { type MapContext, type Mapped, reject } from '@collegial/connector-kit';
import type * as z from 'zod';
import { readDescriptor } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { plainId } from './edfi-ids.ts';
import type { WireSection } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** A section. Ed-Fi says nothing of sets by attainment; the year group is given where the section is offered to one grade only. */
export function mapClass(
  row: Row<z.output<typeof WireSection>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Class'> {
  const { guid = '', organisationId, course, courseTitle } = row.collegial;
  if (organisationId === undefined)
    return reject('The school is not among those that can be read.', { field: 'courseOfferingReference' });
  const grades = (row.offeredGradeLevels ?? []).map(({ gradeLevelDescriptor }) =>
    readDescriptor('GradeLevel', gradeLevelDescriptor, context),
  );
  return {
    id: plainId(context, guid),
    organisationId,
    name: row.sectionName ?? courseTitle ?? row.sectionIdentifier,
    subjectId: course === undefined ? null : plainId(context, course),
    yearGroup: grades.length === 1 ? (grades[0] ?? null) : null,
  };
}
