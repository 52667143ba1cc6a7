import { CollegialError } from '@collegial/model';
import { tableFiles } from './find-files.ts';
import { openParquet, type ParquetFile } from './format/open-parquet.ts';
import { readGroup } from './format/read-group.ts';

/** The columns of the marks in a store's export, which keeps them as integers. */
export const storedMarkColumns = [
  'enrolment_no',
  'day',
  'session',
  'code_no',
  'meaning',
  'legal',
  'stated',
  'basis',
  'minutes_late',
] as const;

const statistical = [
  null,
  'present',
  'approved-activity',
  'authorised',
  'unauthorised',
  'not-possible',
] as const;
const legal = [
  null,
  'present',
  'attending-elsewhere',
  'absent',
  'unable-to-attend',
  'administrative',
] as const;
const sessions = ['AM', 'PM'] as const;
const bases = ['mark', 'exception'] as const;

/** Tells a file of marks in the form of a store's export from one in the form of the model. */
export function isStoredMarks(columns: readonly string[]): boolean {
  return storedMarkColumns.every((name) => columns.includes(name));
}

/** What the integers of an export stand for. */
export interface MarkNumbers {
  readonly enrolments: ReadonlyMap<
    number,
    { readonly id: string; readonly organisationId: string; readonly source: string }
  >;
  readonly codes: ReadonlyMap<number, string>;
}

/**
 * Reads the two tables that an export has beside its marks.
 *
 * @throws CollegialError `file.not-found` when one is missing
 */
export async function readMarkNumbers(directory: string, signal: AbortSignal): Promise<MarkNumbers> {
  const enrolments = new Map<number, { id: string; organisationId: string; source: string }>();
  const numbered = ['enrolment_no', 'enrolment_id', 'organisation_id', 'source_id'] as const;
  for await (const [number, id, organisationId, source] of tableRows(
    directory,
    'enrolment_number',
    numbered,
    signal,
  ))
    enrolments.set(Number(number), {
      id: String(id),
      organisationId: String(organisationId),
      source: String(source),
    });
  const codes = new Map<number, string>();
  for await (const [number, code] of tableRows(directory, 'attendance_code', ['code_no', 'code'], signal))
    codes.set(Number(number), String(code));
  return { enrolments, codes };
}

async function* tableRows(
  directory: string,
  table: string,
  columns: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<unknown[], void, undefined> {
  const found = await tableFiles(directory, [table]);
  if (found.length === 0) throw missing(`${table}.parquet`);
  for (const { path } of found) {
    const file = await openParquet(path);
    try {
      yield* fileRows(file, columns, signal);
    } finally {
      await file.close();
    }
  }
}

async function* fileRows(file: ParquetFile, columns: readonly string[], signal: AbortSignal) {
  for (const [group, rows] of file.groups.entries()) {
    signal.throwIfAborted();
    const values = await readGroup(file, group, columns);
    for (let row = 0; row < rows; row += 1) yield columns.map((column) => values.get(column)?.[row]);
  }
}

/** A mark as the model has it. A number that stands for nothing leaves its field out, and the model's check sets the mark aside. */
export function storedMark(
  value: (column: string) => unknown,
  { enrolments, codes }: MarkNumbers,
): Record<string, unknown> {
  const enrolment = enrolments.get(Number(value('enrolment_no')));
  const day = value('day');
  const stated = Number(value('stated'));
  const minutes = value('minutes_late');
  return {
    enrolmentId: enrolment?.id,
    organisationId: enrolment?.organisationId,
    date: day instanceof Date && !Number.isNaN(day.getTime()) ? day.toISOString().slice(0, 10) : day,
    session: sessions[Number(value('session'))],
    code: codes.get(Number(value('code_no'))),
    // Only what the source itself stated: the rest follows from the code.
    statistical: (stated & 1) === 1 ? statistical[Number(value('meaning'))] : null,
    legal: (stated & 2) === 2 ? legal[Number(value('legal'))] : null,
    minutesLate: minutes === null || minutes === undefined ? null : Number(minutes),
    basis: bases[Number(value('basis'))],
  };
}

function missing(file: string): CollegialError {
  return new CollegialError({
    code: 'file.not-found',
    message: 'The export has marks as numbers and not the table that says what they stand for.',
    fix: 'Keep the tables of an export together, or export it again.',
    place: { file },
  });
}
