const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A unique pupil number of the English form: check letter, authority, establishment, year of allocation, serial. The
 * authority 990 does not exist, so no real person has it.
 *
 * @param index position of the person in the city
 * @param year calendar year in which it was allotted
 */
export function pupilNumber(index: number, year: number): string {
  const establishment = 2_001 + Math.floor(index / 999);
  const serial = String((index % 999) + 1).padStart(3, '0');
  const digits = `990${establishment}${String(year % 100).padStart(2, '0')}${serial}`;
  const sum = [...digits].reduce((total, digit, position) => total + Number(digit) * (position + 2), 0);
  return `${letters[sum % 23]}${digits}`;
}

/** A teacher reference number of seven digits, in a range of its own. */
export function teacherNumber(index: number): string {
  return String(9_900_000 + index);
}
