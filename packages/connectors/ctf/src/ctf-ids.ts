import type { MapContext } from '@collegial/connector-kit';
import type { CtfConfig } from './ctf-config.ts';
import type { CtfFile } from './ctf-file.ts';
import { readUrn, type SchoolName, schoolNumber } from './school-number.ts';

/** What a mapping needs to make ids. */
export type Ids = Pick<MapContext<CtfConfig>, 'source' | 'identity'>;

/** Id of a student: one for all files of this source, whatever school wrote them. */
export function studentIdOf({ source, identity }: Ids, upn: string): string {
  return `${source}:${identity.pseudonym('ctf-student', upn)}`;
}

/** Id of a school: its URN where any file or the settings give it, otherwise its DfE number at this source; `undefined` when it has neither. */
export function organisationIdOf(
  { source }: Pick<Ids, 'source'>,
  school: SchoolName,
  urns: CtfFile['urns'],
): string | undefined {
  const number = schoolNumber(school);
  const urn = (number === undefined ? undefined : urns.get(number)) ?? readUrn(school.URN);
  if (urn !== undefined) return `urn:${urn}`;
  return number === undefined ? undefined : `${source}:${number}`;
}
