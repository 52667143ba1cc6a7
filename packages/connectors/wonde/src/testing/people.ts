import type { WirePeople } from './server-options.ts';
import type { World } from './world.ts';

const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** What an MIS sends of a student. */
export interface StudentDetails {
  readonly upn: string | null;
  readonly forename: string;
  readonly surname: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
}

/** What an MIS sends of a member of staff. */
export interface EmployeeDetails {
  readonly teacherNumber: string | null;
  readonly forename: string;
  readonly surname: string;
}

/** Details of people: those given, and made-up ones that are the same for all records with one link key. */
export class People {
  readonly #world: World;
  readonly #given: WirePeople;
  readonly #numbers = new Map<string, number>();

  constructor(world: World, given: WirePeople = {}) {
    this.#world = world;
    this.#given = given;
  }

  student(id: string): StudentDetails {
    const record = this.#world.tables.Student.get(id)?.record;
    const month = String(record?.birthMonth ?? 1).padStart(2, '0');
    return {
      ...(this.#given.nameOf?.(id) ?? { forename: 'Student', surname: 'Example' }),
      upn: this.#given.upnOf?.(id) ?? (record?.linkKey ? upn(this.#numberOf(record.linkKey)) : null),
      birthDate:
        this.#given.birthDateOf?.(id) ?? (record?.birthYear ? `${record.birthYear}-${month}-15` : null),
    };
  }

  employee(id: string): EmployeeDetails {
    const record = this.#world.tables.Staff.get(id)?.record;
    const madeUp = record?.linkKey ? String(9_000_000 + this.#numberOf(record.linkKey)) : null;
    return {
      ...(this.#given.nameOf?.(id) ?? { forename: 'Employee', surname: 'Example' }),
      teacherNumber: this.#given.teacherNumberOf?.(id) ?? madeUp,
    };
  }

  #numberOf(linkKey: string): number {
    const known = this.#numbers.get(linkKey);
    if (known !== undefined) return known;
    this.#numbers.set(linkKey, this.#numbers.size + 1);
    return this.#numbers.size;
  }
}

/** A pupil number of the English form with its check letter; the authority 991 does not exist. */
function upn(number: number): string {
  const digits = `991${String(number).padStart(9, '0')}`;
  const sum = [...digits].reduce((total, digit, position) => total + Number(digit) * (position + 2), 0);
  return `${letters[sum % 23]}${digits}`;
}
