import type { MapContext } from '@collegial/connector-kit';
import type { SdsCsvConfig } from './sds-csv-config.ts';

/** What maps get. */
export type SdsContext = MapContext<SdsCsvConfig>;

/** Id of something that is about no person. */
export function plainIdOf({ source }: SdsContext, sourcedId: string): string {
  return `${source}:${sourcedId}`;
}

/** Id of a student: a pseudonym of source and user. */
export function studentIdOf(context: SdsContext, user: string): string {
  return personal(context, 'sds-student', user);
}

/** Id of a member of staff. A user who is student and staff has two ids that nothing connects. */
export function staffIdOf(context: SdsContext, user: string): string {
  return personal(context, 'sds-staff', user);
}

/** Id of a record about a person, from what identifies it in the files. */
export function recordIdOf(
  context: SdsContext,
  kind: 'role' | 'enrollment',
  ...parts: readonly string[]
): string {
  return personal(context, `sds-${kind}`, JSON.stringify(parts));
}

function personal({ source, identity }: SdsContext, kind: string, value: string): string {
  return `${source}:${identity.pseudonym(kind, `${source}:${value}`)}`;
}
