import type { MapContext } from '@collegial/connector-kit';
import type { ArborConfig } from './arbor-config.ts';

/** What a mapping needs to make ids. */
export type Ids = Pick<MapContext<ArborConfig>, 'source' | 'identity' | 'config'>;

/** Id of the school. */
export const schoolIdOf = ({ config }: Pick<Ids, 'config'>): string => `urn:${config.urn}`;

/** Kinds of records that are about one person. */
export type PersonalKind =
  | 'student'
  | 'staff'
  | 'enrolment'
  | 'appointment'
  | 'exclusion'
  | 'characteristic'
  | 'membership';

/**
 * Id of a record that is about a person. Arbor counts from 1 at every school, so that the school is part of what is hashed.
 */
export function personalIdOf({ source, identity, config }: Ids, kind: PersonalKind, id: string): string {
  return `${source}:${identity.pseudonym(`arbor-${kind}`, `${config.urn}/${id}`)}`;
}

/** Id of something that is about no person: a class, a subject, a year. */
export function plainIdOf({ source, config }: Ids, kind: string, id: string): string {
  return `${source}:${config.urn}:${kind}-${id}`;
}
