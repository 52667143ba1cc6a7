import type { MapContext, Mapped } from '@collegial/connector-kit';
import type * as z from 'zod';
import { descriptorValue } from './descriptors/read-descriptor.ts';
import type { EdfiConfig } from './edfi-config.ts';
import { plainId } from './edfi-ids.ts';
import type { WireCourse } from './edfi-schemas.ts';
import type { Row } from './read/resolved.ts';

/** A course as a subject: its title, and the academic subject (of several, the first) as code. */
export function mapSubject(
  row: Row<z.output<typeof WireCourse>>,
  context: MapContext<EdfiConfig>,
): Mapped<'Subject'> {
  const subject = row.academicSubjectDescriptor ?? row.academicSubjects?.[0]?.academicSubjectDescriptor;
  return {
    id: plainId(context, row.collegial.guid ?? ''),
    organisationId: row.collegial.organisationId ?? null,
    name: row.courseTitle,
    code: subject === undefined ? row.courseCode : descriptorValue(subject),
  };
}
