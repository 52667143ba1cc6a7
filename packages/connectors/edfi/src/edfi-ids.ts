import type { MapContext } from '@collegial/connector-kit';
import type { EdfiConfig } from './edfi-config.ts';

/** What a mapping needs to make ids. */
export type Ids = Pick<MapContext<EdfiConfig>, 'source' | 'identity'>;

/** Kinds of record whose ids are pseudonyms, because they are about one person. */
export type PersonalKind =
  | 'student'
  | 'staff'
  | 'enrolment'
  | 'characteristics'
  | 'appointment'
  | 'class-enrolment'
  | 'teaching'
  | 'exclusion'
  | 'assessment'
  | 'grade';

/**
 * Id of a record, from the GUID that the server gave its resource. Natural keys in Ed-Fi change – an entry date is corrected, a student gets another
 * unique id – and the GUID does not: with it a change of keys is a change of the same record, which neither loses nor doubles it.
 */
export function personalId(ids: Ids, kind: PersonalKind, guid: string): string {
  return `${ids.source}:${ids.identity.pseudonym(`edfi-${kind}`, guid)}`;
}

/** Id of something that is about no person: a section or a course. */
export function plainId(ids: Pick<Ids, 'source'>, guid: string): string {
  return `${ids.source}:${guid}`;
}

/** A GUID in one form: servers write it with and without hyphens. `undefined` when it is none. */
export function guidOf(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined;
  const guid = written.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(guid) ? guid : undefined;
}

/** GUID at the end of the `href` of a reference's link, for example `/ed-fi/students/0c8f…`; `undefined` where the server gives no links. */
export function linkedGuid(reference: unknown): string | undefined {
  const href = (reference as { link?: { href?: unknown } } | null | undefined)?.link?.href;
  return typeof href === 'string' ? guidOf(href.slice(href.lastIndexOf('/') + 1)) : undefined;
}
