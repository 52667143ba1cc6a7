import type { EntityInput } from '@collegial/model';

type Role = EntityInput<'Appointment'>['role'];
type Kind = EntityInput<'Appointment'>['kind'];

/** Roles by the words of positions and job titles, in the order in which they are tried: a head of department is no head, an assistant head no assistant. */
const roles: readonly [RegExp, Role][] = [
  [/(deputy|assistant|vice|associate)[ -]?(head|principal)|senior lead/i, 'senior-leader'],
  [/head of|leader of|(subject|curriculum|middle) lead|co-?ordinator/i, 'middle-leader'],
  [/head ?(teacher|master|mistress)|^(executive )?(head|principal)$/i, 'head'],
  [/assistant|support|technician|admin|clerk|secretary|caretaker|mentor|supervisor/i, 'support'],
  [/teacher|lecturer|tutor|instructor/i, 'teacher'],
];

/** Kinds by the code of the employment type (`PERMANENT` in the official client's example) and by words. */
const kinds: readonly [RegExp, Kind][] = [
  [/supply|agency|casual/i, 'supply'],
  [/peripatetic|visiting/i, 'peripatetic'],
  [/second(ment|ed)/i, 'secondment'],
  [/central/i, 'central-team'],
  [/fixed|temporary|maternity/i, 'fixed-term'],
  [/permanent/i, 'permanent'],
];

/** Role of a post, or `undefined` when no word of it is known. */
export const roleOf = (words: string): Role | undefined =>
  roles.find(([pattern]) => pattern.test(words))?.[1];

/** Kind of a post, or `undefined` when no word of it is known. */
export const kindOf = (words: string): Kind | undefined =>
  kinds.find(([pattern]) => pattern.test(words))?.[1];
