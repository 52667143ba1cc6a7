import { type MapContext, type Mapped, skip } from '@collegial/connector-kit';
import type { CtfConfig } from './ctf-config.ts';
import type { Aside, WireOrganisation } from './ctf-schemas.ts';

/** A school that the files name. Where no file gives its name it is called by its number. */
export function mapOrganisation(
  school: WireOrganisation | Aside,
  { source }: Pick<MapContext<CtfConfig>, 'source'>,
): Mapped<'Organisation'> {
  if ('passedOver' in school) return skip(school.passedOver);
  const { number, urn, name } = school;
  return {
    id: urn === undefined ? `${source}:${number}` : `urn:${urn}`,
    kind: 'school',
    name: name ?? `School ${number ?? urn}`,
    identifiers: [
      ...(urn === undefined ? [] : [`urn:${urn}`]),
      ...(number === undefined ? [] : [`laestab:${number}`]),
    ],
  };
}
