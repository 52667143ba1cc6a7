import type { MapContext } from '@collegial/connector-kit';

/** What a mapping needs to make ids. */
export type Ids = Pick<MapContext<unknown>, 'source' | 'identity'>;

/**
 * Id of a school: its national number where there is one, so that other sources meet it, otherwise the id at the source. Every row that names
 * a school must come to the same id: give all of them the same two facts.
 */
export function organisationIdOf({ source }: Ids, schoolId: string, urn: string | undefined): string {
  return urn !== undefined && /^\d{5,7}$/.test(urn) ? `urn:${urn}` : `${source}:${schoolId}`;
}

/** Id of a person or of a record about one, for example an enrolment: the source's own id leaves the connector only as a pseudonym. */
export function personalIdOf({ source, identity }: Ids, kind: string, id: string): string {
  return `${source}:${identity.pseudonym(`${source}-${kind}`, id)}`;
}

/** Id of something that is about no person, for example a class. */
export function plainIdOf({ source }: Ids, kind: string, id: string): string {
  return `${source}:${kind}:${id}`;
}
