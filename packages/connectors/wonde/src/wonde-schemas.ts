import * as z from 'zod';

/**
 * Shapes of what Wonde sends, reduced to what is used: names, addresses and contacts are not even read. Only what a
 * record cannot do without is required; anything else that has an unexpected type counts as not given.
 */

/** The school that a row was read from and what is known with it; put into each row by the reader, one object for all. */
export interface RowOrigin {
  readonly organisationId: string;
  /** Day on which the row was read, by the clock of the server. */
  readonly today: string;
  /** True for rows of the feed of deletions. */
  readonly deletion: boolean;
  /** Attendance codes of the school by their Wonde id. */
  readonly codes: ReadonlyMap<string, string>;
}

const origin = () =>
  z.custom<RowOrigin>((value) => typeof value === 'object' && value !== null, 'was not read from a school');

const id = () => z.union([z.string().min(1).max(200), z.number()]).transform(String);

const text = () =>
  z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => String(value ?? '').trim() || undefined)
    .catch(undefined);

const anything = () => z.unknown().optional();

const yesNo = () => anything().transform(readYesNo);

const date = anything;

/** A related object: its id alone, `{ id }`, or `{ data: { id } }` when it was included. */
const reference = () => anything().transform(readReference);

/** One included object: `{ data: {…} }`; PHP writes an empty one as `[]`. */
const one = <Shape extends z.ZodType>(shape: Shape) => anything().transform(unwrapOne).pipe(shape.optional());

/** Included objects: `{ data: […] }`. */
const many = <Shape extends z.ZodType>(shape: Shape) => anything().transform(unwrapMany).pipe(z.array(shape));

/** Fields of the feed of deletions, which comes through the same stream as the records. */
const deletable = { ofSchool: origin(), id: id(), deleted_at: date(), restored_at: date(), type: anything() };

export const WireSchool = z.object({
  id: id(),
  name: text(),
  urn: text(),
  la_code: text(),
  establishment_number: text(),
  phase_of_education: text(),
  address: one(z.object({ address_town: text() })),
  region: one(
    z.object({
      domain: text(),
      identifiers: one(z.object({ urn: text(), la_code: text(), establishment_number: text() })),
    }),
  ),
});
export type WireSchool = z.output<typeof WireSchool>;

export const WireStudent = z.object({
  ...deletable,
  gender: text(),
  date_of_birth: date(),
  education_details: one(
    z.object({
      upn: text(),
      current_nc_year: text(),
      admission_date: date(),
      leaving_date: date(),
      leaving_reason: text(),
    }),
  ),
  extended_details: one(
    z.object({
      enrolment_status: text(),
      premium_pupil_indicator: yesNo(),
      free_school_meals: yesNo(),
      in_lea_care: yesNo(),
      english_as_additional_language: yesNo(),
      sen_status: text(),
      ethnicity_code: text(),
      ethnicity: text(),
      first_language_code: text(),
      first_language: text(),
    }),
  ),
});
export type WireStudent = z.output<typeof WireStudent>;

export const WireEmployee = z.object({
  ...deletable,
  employment_details: one(
    z.object({
      teacher_number: text(),
      teaching_staff: yesNo(),
      employment_start_date: date(),
      employment_end_date: date(),
    }),
  ),
  contracts: many(
    z.object({
      id: id(),
      type: text(),
      fte: text(),
      subject: text(),
      start_date: date(),
      end_date: date(),
      roles: many(z.object({ name: text(), code: text() })),
    }),
  ),
});
export type WireEmployee = z.output<typeof WireEmployee>;

export const WireSubject = z.object({ ...deletable, name: text(), code: text() });
export type WireSubject = z.output<typeof WireSubject>;

export const WireClass = z.object({
  ...deletable,
  name: text(),
  code: text(),
  subject: reference(),
  year_group: text(),
  students: many(z.object({ id: id() })),
  employees: many(z.object({ id: id() })),
});
export type WireClass = z.output<typeof WireClass>;

export const WireExclusion = z.object({
  ...deletable,
  student: reference(),
  student_id: reference(),
  start_date: date(),
  end_date: date(),
  sessions: text(),
  reason: anything(),
  reasons: anything(),
});
export type WireExclusion = z.output<typeof WireExclusion>;

export const WireResult = z.object({
  ...deletable,
  student: reference(),
  student_id: reference(),
  aspect: one(z.object({ id: id().optional(), name: text() })),
  result: text(),
  result_date: date(),
});
export type WireResult = z.output<typeof WireResult>;

/**
 * A mark of a session register. There are millions: nothing is copied or checked here, the mapping looks at the five
 * fields it needs.
 */
export interface WireMark {
  readonly ofSchool: RowOrigin;
  readonly student?: unknown;
  readonly student_id?: unknown;
  readonly date?: unknown;
  readonly session?: unknown;
  readonly attendance_code?: unknown;
  readonly attendance_code_id?: unknown;
  readonly minutes_late?: unknown;
}

export const WireMark = z.custom<WireMark>(
  (value) => typeof value === 'object' && value !== null && 'ofSchool' in value,
  'is not a mark',
);

/** `true`, `1`, `'Y'`, `'yes'`, `'true'` and their opposites; anything else is not known. */
export function readYesNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (/^(1|t|true|y|yes)$/i.test(String(value ?? ''))) return true;
  return /^(0|f|false|n|no)$/i.test(String(value ?? '')) ? false : undefined;
}

/** Id of a related object in any of its forms. */
export function readReference(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, data } = value as { id?: unknown; data?: unknown };
  return data === undefined ? (typeof id === 'object' ? undefined : readReference(id)) : readReference(data);
}

function unwrapOne(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return 'data' in value ? unwrapOne(value.data) : value;
}

function unwrapMany(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null && 'data' in value ? unwrapMany(value.data) : [];
}
