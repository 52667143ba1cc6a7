import type { EntityInput } from '@collegial/model';

type Role = EntityInput<'Appointment'>['role'];
type Kind = EntityInput<'Appointment'>['kind'];

/**
 * Roles by the codes of the school workforce census and by words, in the order in which they are tried: a head of
 * department is no head, an assistant head no assistant.
 */
const roles: readonly [RegExp, Role][] = [
  [/^(DHDT|AHDT)$|(deputy|assistant|vice|associate)[ -]?(head|principal)|senior lead/i, 'senior-leader'],
  [/head of|leader of|(subject|curriculum|middle) lead|co-?ordinator|\btlr\b/i, 'middle-leader'],
  [/^(HDTR|EXHT)$|head ?(teacher|master|mistress)|^(executive )?(head|principal)$/i, 'head'],
  [/^(TASS|HLTA|SUPP)$|assistant|support|technician|admin|clerk|secretary|caretaker|mentor/i, 'support'],
  [/^(TCHR|PERI|AVTC)$|teacher|lecturer|tutor|instructor/i, 'teacher'],
];

/** Kinds by the codes of the school workforce census and by words. */
const kinds: readonly [RegExp, Kind][] = [
  [/supply|agency|casual/i, 'supply'],
  [/peripatetic|visiting|^PERI$/i, 'peripatetic'],
  [/second(ment|ed)/i, 'secondment'],
  [/central/i, 'central-team'],
  [/^FXT$|^TMP$|fixed|temporary|maternity/i, 'fixed-term'],
  [/^PRM$|permanent/i, 'permanent'],
];

/** Role of an appointment, from the names and codes of its roles: the first role that is known counts. */
export function roleOf(written: readonly string[], teachingStaff: boolean | undefined): Role {
  for (const text of written) {
    const known = roles.find(([pattern]) => pattern.test(text))?.[1];
    if (known !== undefined) return known;
  }
  if (written.length > 0 || teachingStaff === undefined) return 'other';
  return teachingStaff ? 'teacher' : 'support';
}

/** Kind of an appointment, from the type of its contract; a role can say it too (`Supply teacher`). */
export function kindOf(type: string | undefined, written: readonly string[]): Kind {
  for (const text of [type ?? '', ...written]) {
    const known = kinds.find(([pattern]) => pattern.test(text))?.[1];
    if (known !== undefined) return known;
  }
  return 'other';
}
