import { dayNumber, dayOfNumber, type MarkColumns } from './mark-columns.ts';
import { wireDay, wireMoment } from './wire-date.ts';
import { wireId } from './wire-id.ts';

/** Which marks a request asks for. */
export interface MarkFilter {
  /** Seconds since 1970; marks changed later than this. */
  readonly updatedAfter: number | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * Writes pages of a school's marks as JSON by joining text that is the same for many marks: one page of 200 takes some
 * tens of microseconds, whatever its number.
 */
export class MarkPages {
  readonly #columns: MarkColumns;
  readonly #prefix: string;
  readonly #loadedAt: number;
  readonly #tail: string;
  readonly #days = new Map<number, string>();
  readonly #students: string[] = [];
  readonly #codes: string[] = [];
  readonly #selections = new Map<string, readonly number[]>();
  readonly #studentOf: (enrolmentId: string) => string;

  /**
   * @param prefix digits that the ids of this school's marks begin with
   * @param loadedAt seconds since 1970 at which all marks count as written
   */
  constructor(
    columns: MarkColumns,
    prefix: string,
    loadedAt: number,
    studentOf: (enrolmentId: string) => string,
  ) {
    this.#columns = columns;
    this.#prefix = prefix;
    this.#loadedAt = loadedAt;
    this.#studentOf = studentOf;
    this.#tail = this.#moments(loadedAt);
  }

  /** To be called when marks have changed. */
  forget(): void {
    this.#selections.clear();
  }

  /** The items of a page as JSON, joined with commas, and how many marks the filter lets through in all. */
  page(filter: MarkFilter, first: number, count: number): { items: string; total: number } {
    const chosen = this.#select(filter);
    const total = chosen?.length ?? this.#columns.length;
    const end = Math.min(total, first + count);
    let items = '';
    for (let index = first; index < end; index += 1)
      items +=
        (index === first ? '' : ',') + this.#write(chosen === undefined ? index : (chosen[index] as number));
    return { items, total };
  }

  /** Positions that the filter lets through; `undefined`: all. Paging asks for the same again and again. */
  #select(filter: MarkFilter): readonly number[] | undefined {
    const { updatedAfter, from, to } = filter;
    const { removed, changed, length } = this.#columns;
    const everything = from === undefined && to === undefined && removed.size === 0;
    if (everything && (updatedAfter === undefined || (updatedAfter < this.#loadedAt && changed.size === 0)))
      return undefined;
    const key = `${updatedAfter ?? ''}|${from ?? ''}|${to ?? ''}`;
    const known = this.#selections.get(key);
    if (known !== undefined) return known;
    const lowest = from === undefined ? 0 : dayNumber(from);
    const highest = to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to);
    const chosen: number[] = [];
    for (let position = 0; position < length; position += 1) {
      const day = this.#columns.day(position);
      if (day < lowest || day > highest || removed.has(position)) continue;
      if (updatedAfter !== undefined && (changed.get(position) ?? this.#loadedAt) <= updatedAfter) continue;
      chosen.push(position);
    }
    if (this.#selections.size >= 8) this.#selections.clear();
    this.#selections.set(key, chosen);
    return chosen;
  }

  #write(position: number): string {
    const columns = this.#columns;
    const changedAt = columns.changed.get(position);
    const late = columns.minutesLate(position);
    return `{"id":"A${this.#prefix}${position}",${this.#day(columns.day(position))},"session":"${columns.session(position)}",${this.#student(columns.student(position))}${this.#code(columns.code(position))}${late === null ? 'null' : late}${changedAt === undefined ? this.#tail : this.#moments(changedAt)}`;
  }

  #day(day: number): string {
    let text = this.#days.get(day);
    if (text === undefined) {
      text = `"date":${JSON.stringify(wireDay(dayOfNumber(day)))}`;
      this.#days.set(day, text);
    }
    return text;
  }

  #student(index: number): string {
    const known = this.#students[index];
    if (known !== undefined) return known;
    const text = `"student":"${this.#studentOf(this.#columns.enrolments[index] as string)}","employee":null,`;
    this.#students[index] = text;
    return text;
  }

  #code(index: number): string {
    const known = this.#codes[index];
    if (known !== undefined) return known;
    const text = `"attendance_code":"${codeIdOf(this.#columns.codes[index] as string)}","comment":null,"minutes_late":`;
    this.#codes[index] = text;
    return text;
  }

  #moments(seconds: number): string {
    const written = JSON.stringify(wireMoment(this.#loadedAt));
    return `,"created_at":${written},"updated_at":${seconds === this.#loadedAt ? written : JSON.stringify(wireMoment(seconds))}}`;
  }
}

/** Id of an attendance code. */
export function codeIdOf(code: string): string {
  return wireId('attendance-code', code);
}
