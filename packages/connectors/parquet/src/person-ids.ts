import type { Identity } from '@collegial/connector-kit';
import { type EntityName, entities } from '@collegial/model';

/** Kind of pseudonym of the fields that name a person, or something that belongs to one person. */
const kinds: Readonly<Record<string, string>> = {
  studentId: 'student',
  staffId: 'staff',
  enrolmentId: 'enrolment',
};

/** Which fields of an entity are turned into pseudonyms, and of what kind. */
export function personFields(entity: EntityName): ReadonlyMap<string, string> {
  const definition = entities[entity];
  return new Map(
    Object.keys(definition.schema.shape).flatMap((field) => {
      if (field === 'id' && definition.personal) return [[field, nameOf(entity)] as const];
      const kind = field === 'linkKey' ? nameOf(entity) : kinds[field];
      return kind === undefined ? [] : [[field, kind] as const];
    }),
  );
}

const nameOf = (entity: EntityName) => entity.charAt(0).toLowerCase() + entity.slice(1);

/** A permanent unique pupil number of England; a temporary one ends in a letter, may be given up, and links nobody. */
const permanentPupilNumber = /^[A-HJ-NP-RT-Z]\d{12}$/;
const temporaryPupilNumber = /^[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z]$/;

/**
 * A raw id as a pseudonym. Ids of a source are prefixed with its name, so that two vendors' ids never meet; national identifiers are not, so that
 * the same person gets the same key at every source.
 */
export function pseudonymOf(
  { identity, source }: { identity: Identity; source: string },
  kind: string,
  field: string,
  value: string,
): string | null {
  if (field !== 'linkKey') return `${source}:${identity.pseudonym(`${source}-${kind}`, value)}`;
  const number = value.trim().toUpperCase();
  if (temporaryPupilNumber.test(number)) return null;
  if (kind === 'student' && permanentPupilNumber.test(number)) return identity.pseudonym('upn', number);
  if (kind === 'staff' && /^\d{7}$/.test(number)) return identity.pseudonym('trn', number);
  return identity.pseudonym(`national-${kind}`, number);
}
