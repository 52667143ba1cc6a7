import type { Identity, MapContext } from '@collegial/connector-kit';
import type { WondeConfig } from './wonde-config.ts';

/** What a mapping needs to make ids. */
export type Ids = Pick<MapContext<WondeConfig>, 'source' | 'identity'>;

/** Id of a student record. A Wonde student record belongs to one school: the same person elsewhere is another one. */
export function studentIdOf(ids: Ids, wondeId: string): string {
  return `${ids.source}:${ids.identity.pseudonym('wonde-student', wondeId)}`;
}

/** Id of a member of staff at one school. */
export function staffIdOf(ids: Ids, wondeId: string): string {
  return `${ids.source}:${ids.identity.pseudonym('wonde-employee', wondeId)}`;
}

/** Id of a record about one person, such as an exclusion or a result. */
export function recordIdOf(ids: Ids, kind: 'exclusion' | 'result' | 'contract', wondeId: string): string {
  return `${ids.source}:${ids.identity.pseudonym(`wonde-${kind}`, wondeId)}`;
}

/** Id of something that is about no person: a class or a subject. */
export function plainIdOf(ids: Ids, wondeId: string): string {
  return `${ids.source}:${wondeId}`;
}

const known = new WeakMap<Identity, Map<string, string>>();

/**
 * Id of the enrolment that a student record stands for. A student has one enrolment and thousands of marks: ids are kept,
 * so that each mark refers to the same string.
 */
export function enrolmentIdOf(ids: Ids, wondeId: string): string {
  const enrolments = known.get(ids.identity) ?? new Map<string, string>();
  const remembered = enrolments.get(wondeId);
  // Two sources of one tenant may share the identity: the id of one must not serve the other.
  if (remembered?.startsWith(`${ids.source}:`)) return remembered;
  if (enrolments.size === 0) known.set(ids.identity, enrolments);
  if (enrolments.size >= 200_000) enrolments.clear();
  const id = `${studentIdOf(ids, wondeId)}:enrolment`;
  enrolments.set(wondeId, id);
  return id;
}
