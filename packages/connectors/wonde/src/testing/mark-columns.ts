import type { EntityInput } from '@collegial/model';

type Mark = EntityInput<'AttendanceMark'>;

const millisecondsPerDay = 86_400_000;

/**
 * The marks of one school in columns: twelve bytes each instead of an object, so that millions fit. Students, codes and
 * days are numbers here.
 */
export class MarkColumns {
  #length = 0;
  #students = new Uint32Array(1024);
  #days = new Uint16Array(1024);
  #codes = new Uint8Array(1024);
  /** Minutes late and one, so that 0 says nothing was given; the highest bit is set in the afternoon. */
  #late = new Uint16Array(1024);
  readonly enrolments: string[] = [];
  readonly #enrolmentIndex = new Map<string, number>();
  readonly codes: string[] = [];
  readonly #codeIndex = new Map<string, number>();
  /** Seconds at which marks were changed since the beginning, by position. */
  readonly changed = new Map<number, number>();
  readonly removed = new Set<number>();

  get length(): number {
    return this.#length;
  }

  push(mark: Mark): void {
    if (this.#length === this.#students.length) this.#grow();
    this.#write(this.#length, mark);
    this.#length += 1;
  }

  /** Writes a mark in the place of the one with the same key, or behind the others. */
  put(mark: Mark, seconds: number): void {
    const found = this.find(mark);
    const position = found ?? this.#length;
    if (found === undefined) this.push(mark);
    else this.#write(found, mark);
    this.removed.delete(position);
    this.changed.set(position, seconds);
  }

  find({ enrolmentId, date, session }: Pick<Mark, 'enrolmentId' | 'date' | 'session'>): number | undefined {
    const enrolment = this.#enrolmentIndex.get(enrolmentId);
    const day = dayNumber(date);
    for (let position = 0; position < this.#length; position += 1)
      if (
        this.#students[position] === enrolment &&
        this.#days[position] === day &&
        this.session(position) === session
      )
        return position;
    return undefined;
  }

  student(position: number): number {
    return this.#students[position] as number;
  }

  day(position: number): number {
    return this.#days[position] as number;
  }

  code(position: number): number {
    return this.#codes[position] as number;
  }

  session(position: number): 'AM' | 'PM' {
    return (this.#late[position] as number) >= 0x8000 ? 'PM' : 'AM';
  }

  minutesLate(position: number): number | null {
    const late = (this.#late[position] as number) & 0x7fff;
    return late === 0 ? null : late - 1;
  }

  #write(position: number, mark: Mark): void {
    this.#students[position] = indexOf(mark.enrolmentId, this.enrolments, this.#enrolmentIndex);
    this.#days[position] = dayNumber(mark.date);
    this.#codes[position] = indexOf(mark.code, this.codes, this.#codeIndex);
    this.#late[position] =
      (mark.session === 'PM' ? 0x8000 : 0) + Math.min(0x7ffe, (mark.minutesLate ?? -1) + 1);
  }

  #grow(): void {
    const room = this.#students.length * 2;
    this.#students = copyInto(new Uint32Array(room), this.#students);
    this.#days = copyInto(new Uint16Array(room), this.#days);
    this.#codes = copyInto(new Uint8Array(room), this.#codes);
    this.#late = copyInto(new Uint16Array(room), this.#late);
  }
}

/** Days since 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay;
}

/** The day with this number, `YYYY-MM-DD`. */
export function dayOfNumber(number: number): string {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

function indexOf(value: string, values: string[], index: Map<string, number>): number {
  const known = index.get(value);
  if (known !== undefined) return known;
  index.set(value, values.length);
  return values.push(value) - 1;
}

function copyInto<Column extends Uint32Array | Uint16Array | Uint8Array>(
  target: Column,
  source: Column,
): Column {
  target.set(source);
  return target;
}
