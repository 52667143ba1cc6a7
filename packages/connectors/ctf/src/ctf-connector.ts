import {
  defineConnector,
  type MapContext,
  type Mapped,
  type Page,
  page,
  type ReadContext,
  skip,
  stream,
} from '@collegial/connector-kit';
import * as z from 'zod';
import { CtfConfig } from './ctf-config.ts';
import { ctfCursor } from './ctf-cursor.ts';
import { indexOf } from './ctf-index.ts';
import { Aside, WireOrganisation, WirePupil } from './ctf-schemas.ts';
import { mapAssessment } from './map-assessment.ts';
import { mapEnrolment } from './map-enrolment.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapStudent } from './map-student.ts';
import { mapStudentCharacteristic } from './map-student-characteristic.ts';
import { type MapPupil, ofPerson } from './of-person.ts';
import { openFiles } from './read-files.ts';
import { readPupils } from './read-pupils.ts';

const define = stream<CtfConfig>();
// The first is tried first: what is passed over has nothing else.
const pupil = z.union([Aside, WirePupil]);
const school = z.union([Aside, WireOrganisation]);

async function* readSchools({ config, signal }: ReadContext<CtfConfig, unknown>): AsyncGenerator<Page> {
  const files = await openFiles(config, signal);
  try {
    const { schools } = await indexOf(config, files, signal);
    for (const { place, row } of files.unread) yield page([row], { place });
    for (const { file, line, ...row } of schools) yield page([row], { place: { file, line } });
    yield page([], { place: {}, total: files.unread.length + schools.length });
  } finally {
    files.close();
  }
}

const pupils = <Name extends 'Student' | 'Enrolment' | 'StudentCharacteristic' | 'Assessment'>(
  entity: Name,
  title: string,
  map: MapPupil<Name>,
) => {
  const mapped = ofPerson(map);
  return define({
    entity,
    title,
    // Files never say that a pupil is gone; a number that was replaced takes its own records away.
    deletes: 'tombstone',
    cursor: ctfCursor,
    wire: pupil,
    read: readPupils,
    map: (row: Aside | WirePupil, context: MapContext<CtfConfig>): Mapped<Name>[] =>
      'passedOver' in row ? [skip(row.passedOver)] : mapped(row, context),
  });
};

/**
 * England's Common Transfer File: pupils who change school, with their history, and results that the department sends to schools. Names,
 * addresses and contacts are dropped by the reader.
 *
 * @example
 * ```ts
 * import { ctf } from '@collegial/connector-ctf';
 *
 * const source = ctf({ folder: './transfer-files' });
 * source.name; // 'ctf'
 * ```
 */
export const ctf = defineConnector({
  id: 'ctf',
  specVersion: 2,
  title: 'Common Transfer File (England)',
  about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] },
  config: CtfConfig,
  streams: {
    schools: define({
      entity: 'Organisation',
      title: 'Schools that the files name',
      deletes: 'none',
      wire: school,
      read: readSchools,
      map: mapOrganisation,
    }),
    students: pupils('Student', 'Pupils', mapStudent),
    enrolments: pupils('Enrolment', 'School history of pupils', mapEnrolment),
    characteristics: pupils('StudentCharacteristic', 'Characteristics of pupils', mapStudentCharacteristic),
    assessments: pupils('Assessment', 'Key stage assessments', mapAssessment),
  },
});
