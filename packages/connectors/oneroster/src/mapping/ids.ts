import { createHash } from 'node:crypto';
import { type MapContext, reject } from '@collegial/connector-kit';
import type { MappingSettings, NationalIdentifier } from './mapping-settings.ts';
import type { Reading } from './reading.ts';
import type { WireUser } from './wire-roster.ts';

/** What maps get: the context of the host, with settings that include {@link MappingSettings}. */
export type OneRosterContext = MapContext<MappingSettings>;

type Ids = Pick<OneRosterContext, 'source' | 'identity'>;

/** `sourcedId`s are up to 255 characters long, ids of the model 200. */
const longest = 120;

/** Id of something that is about no person: `<source>:<sourcedId>`; of a very long `sourcedId`, its hash. */
export function plainIdOf({ source }: Pick<Ids, 'source'>, sourcedId: string): string {
  const part =
    sourcedId.length <= longest
      ? sourcedId
      : `sha256-${createHash('sha256').update(sourcedId).digest('base64url')}`;
  return `${source}:${part}`;
}

/** Id of a student: a pseudonym of source and `sourcedId`. One user is one student, at however many schools. */
export function studentIdOf(ids: Ids, sourcedId: string): string {
  return personal(ids, 'student', sourcedId);
}

/** Id of a member of staff: a pseudonym of source and `sourcedId`. A user who is student and staff has two ids that nothing connects. */
export function staffIdOf(ids: Ids, sourcedId: string): string {
  return personal(ids, 'staff', sourcedId);
}

/** Id of a record about a person. */
export function recordIdOf(ids: Ids, kind: 'enrollment' | 'result', sourcedId: string): string {
  return personal(ids, kind, sourcedId);
}

function personal({ source, identity }: Ids, kind: string, sourcedId: string): string {
  return `${source}:${identity.pseudonym(`oneroster-${kind}`, `${source}:${sourcedId}`)}`;
}

/**
 * Id of the organisation that a row refers to. `undefined` for one that was not met, where ids are national identifiers: its id cannot be known then, and
 * one made up would be another organisation.
 */
export function organisationIdOf(
  { source, config }: Pick<OneRosterContext, 'source' | 'config'>,
  reading: Reading,
  sourcedId: string,
): string | undefined {
  const known = reading.organisations.get(sourcedId)?.id;
  if (
    known !== undefined ||
    Object.values(config.organisationIdentifiers).some((scheme) => scheme !== undefined)
  )
    return known;
  return plainIdOf({ source }, sourcedId);
}

/** Sets a row aside that names an organisation without a known id. */
export const unknownOrganisation = (field: string) =>
  reject('It names an organisation that the source does not list.', { field });

/** Numbers whose form is known; what does not have it, such as a temporary number, links nobody. */
const forms: Readonly<Record<string, (written: string) => string | undefined>> = {
  upn: (written) => (/^[A-HJ-NP-RT-Z]\d{12}$/.test(written) ? written : undefined),
  trn: (written) => {
    const digits = written.replaceAll(/\D/g, '');
    return digits.length === 7 ? digits : undefined;
  },
};

/** Pseudonym of the national number of a user, or `null`. */
export function linkKeyOf(
  { identity }: Pick<Ids, 'identity'>,
  setting: NationalIdentifier | undefined,
  user: WireUser,
): string | null {
  if (setting === undefined) return null;
  const { from, type = setting.kind, kind } = setting;
  const written =
    from === 'userIds'
      ? user.userIds?.find((one) => one.type.toLowerCase() === type.toLowerCase())?.identifier
      : user[from];
  const plain = written?.replaceAll(/\s/g, '').toUpperCase();
  if (plain === undefined || plain === '') return null;
  const number = Object.hasOwn(forms, kind) ? forms[kind]?.(plain) : plain;
  return number === undefined ? null : identity.pseudonym(kind, number);
}
