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

const known = new WeakMap<Identity, Map<string, Map<string, string>>>();

/**
 * Id of the enrolment that a student record stands for. A student has one enrolment and thousands of marks: ids are kept,
 * so that each mark refers to the same string.
 */
export function enrolmentIdOf(ids: Ids, wondeId: string): string {
  let bySource = known.get(ids.identity);
  if (bySource === undefined) known.set(ids.identity, (bySource = new Map()));
  let enrolments = bySource.get(ids.source);
  if (enrolments === undefined) bySource.set(ids.source, (enrolments = new Map()));
  const remembered = enrolments.get(wondeId);
  if (remembered !== undefined) return remembered;
  if (enrolments.size >= 200_000) enrolments.clear();
  const id = `${studentIdOf(ids, wondeId)}:enrolment`;
  enrolments.set(wondeId, id);
  return id;
}
